import { graphql } from '../../apollo/generated/index.ts'
import type { Goal_GoalFragment, SetGoalInput } from '../../apollo/generated/graphql.ts'

// Spread with `@unmask`.
graphql(`
  fragment Goal_goal on Goal {
    id
    metric
    span
    period {
      from
      to
    }
    target {
      count
      rate
      amount {
        amount
        currency
      }
    }
    reached {
      count
      rate
      amount {
        amount
        currency
      }
    }
    progress
  }
`)

/** What somebody is to reach in a period, and what they came to. */
export type Goal = Goal_GoalFragment

/** What is sent of a goal, beside whose it is. */
export type WantedGoal = Omit<SetGoalInput, 'closerId' | 'setterId' | 'clientMutationId'>
