import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { tryAct } from '../../apollo/try-act.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { addDays } from '../../lib/period.ts'
import type { Goal, WantedGoal } from './goal.ts'
import { type GoalField, goalFields } from './goal-schema.ts'

const goalsQuery = graphql(`
  query GoalsOf($filter: GoalFilter!) {
    goals(filter: $filter) {
      ...Goal_goal @unmask
    }
  }
`)

const setMutation = graphql(`
  mutation SetGoal($input: SetGoalInput!) {
    setGoal(input: $input) {
      goal {
        ...Goal_goal @unmask
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveGoal($input: RemoveGoalInput!) {
    removeGoal(input: $input) {
      goalId
    }
  }
`)

/** Whose goals they are. */
export interface GoalPerson {
  kind: 'closer' | 'setter'
  id: string
  name: string
}

export interface Goals {
  /** Those that end last first; undefined until they are known. */
  goals: readonly Goal[] | undefined
  error: Error | undefined
  /** Says in a corner where they could not be read. */
  reload: () => Promise<unknown>
  /** `clientMutationId` names the act: sent twice, it is one. */
  set: (goal: WantedGoal & { clientMutationId: string }) => Promise<FormResult<GoalField>>
  /** Rejects with what the API refuses. */
  remove: (id: string) => Promise<unknown>
}

/** A goal as it is set, to be put back after it was removed. */
export function asSet({ metric, span, period, target: { count, rate, amount } }: Goal): WantedGoal {
  const days = span === 'CUSTOM' ? { from: period.from, to: period.to } : { from: period.from }
  if (amount) return { metric, span, ...days, amount: { amount: amount.amount, currency: amount.currency } }
  return { metric, span, ...days, ...(rate === null ? { count } : { rate }) }
}

/** The server measures a hundred spans at a time: goals of single weeks over these days are fewer. */
const pastDays = 365
const comingDays = 300

/** The goals of somebody on the roster of the past year and the coming months, and what can be done to them. */
export function useGoals({ kind, id }: GoalPerson, today: string): Goals {
  const whose = kind === 'closer' ? { closerIds: [id] } : { setterIds: [id] }
  const filter = { ...whose, period: { from: addDays(today, -pastDays), to: addDays(today, comingDays) } }
  const { data, error, refetch } = useQuery(goalsQuery, { variables: { filter } })
  const [set] = useMutation(setMutation)
  const [remove] = useMutation(removeMutation)
  const reload = () => tryAct(() => refetch())
  return {
    goals: data?.goals,
    error,
    reload,
    async set(goal) {
      const whose = kind === 'closer' ? { closerId: id } : { setterId: id }
      try {
        await set({ variables: { input: { ...goal, ...whose } } })
      } catch (failure) {
        return refusalOf(failure, goalFields)
      }
      // It is set, whether or not the list can be read anew.
      await reload()
      return { ok: true }
    },
    // The goal names the act: however often it is pressed, it is removed once.
    remove: (goalId) => remove({ variables: { input: { id: goalId, clientMutationId: `remove-${goalId}` } } }),
  }
}
