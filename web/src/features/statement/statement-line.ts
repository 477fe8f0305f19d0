import type { StatementLine_LineFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'

graphql(`
  fragment StatementAmounts_amounts on StatementAmounts {
    collected {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    lost {
      amount
      currency
    }
    net {
      amount
      currency
    }
  }
`)

// Spread with `@unmask`.
graphql(`
  fragment StatementLine_line on StatementLine {
    id
    percent
    paid {
      ...StatementAmounts_amounts @unmask
    }
    held {
      amount
      currency
    }
    reporting {
      ...StatementAmounts_amounts @unmask
    }
    payment {
      id
      customerName
      paidAt
      status
      paymentType
      dealType
      amount {
        amount
        currency
      }
      reportingRate {
        rate
        day
      }
      package {
        id
        name
      }
      event {
        id
        leadName
      }
      creditDisputes {
        ...CreditDispute_dispute @unmask
      }
    }
  }
`)

/** A payment as it stands on somebody's statement. */
export type StatementLine = StatementLine_LineFragment

export const payerOf = ({ payment: { event, customerName } }: StatementLine): string =>
  event?.leadName ?? customerName ?? 'Somebody unknown'
