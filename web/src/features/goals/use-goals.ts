import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import type { SetGoalInput } from '../../apollo/generated/graphql.ts'
import type { FormResult } from '../../lib/form-result.ts'
import type { Goal } from './goal.ts'
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

/** What is sent of a goal, beside whose it is. */
export type WantedGoal = Omit<SetGoalInput, 'closerId' | 'setterId' | 'clientMutationId'>

export interface Goals {
  /** Those that end last first; undefined until they are known. */
  goals: readonly Goal[] | undefined
  error: Error | undefined
  reload: () => void
  set: (goal: WantedGoal, clientMutationId: string) => Promise<FormResult<GoalField>>
  /** Throws what the API refuses. */
  remove: (id: string) => Promise<void>
}

/** The goals of somebody on the roster, and what can be done to them. */
export function useGoals({ kind, id }: GoalPerson): Goals {
  const filter = kind === 'closer' ? { closerIds: [id] } : { setterIds: [id] }
  const { data, error, refetch } = useQuery(goalsQuery, { variables: { filter } })
  const [set] = useMutation(setMutation)
  const [remove] = useMutation(removeMutation)
  return {
    goals: data?.goals,
    error,
    reload: () => void refetch(),
    async set(goal, clientMutationId) {
      const whose = kind === 'closer' ? { closerId: id } : { setterId: id }
      try {
        await set({ variables: { input: { ...goal, ...whose, clientMutationId } } })
        await refetch()
        return { ok: true }
      } catch (failure) {
        return refusalOf(failure, goalFields)
      }
    },
    async remove(goalId) {
      await remove({ variables: { input: { id: goalId, clientMutationId: crypto.randomUUID() } } })
      await refetch()
    },
  }
}
