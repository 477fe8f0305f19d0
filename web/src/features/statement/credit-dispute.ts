import type { CreditDispute_DisputeFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'

// Spread with `@unmask`.
graphql(`
  fragment CreditDispute_dispute on CreditDispute {
    id
    state
    missing
    comment
    leadName
    amount {
      amount
      currency
    }
    paidOn
    madeAt
    madeBy
    dueOn
    overdue
    answer
    settledAt
    settledBy
  }
`)

/** What somebody said of a credit that they hold to be wrong, and what became of it. */
export type CreditDispute = Omit<CreditDispute_DisputeFragment, ' $fragmentName'>
