import { graphql } from '../../apollo/generated/index.ts'
import type { RerunPreviewQuery } from '../../apollo/generated/graphql.ts'

export const rerunPreview = graphql(`
  query RerunPreview($input: PreviewAttributionInput!) {
    previewAttribution(input: $input) {
      payments
      locked
      changed
      fingerprint
      people {
        role
        closer {
          id
          name
        }
        setter {
          id
          name
        }
        gained {
          amount
          currency
        }
        lost {
          amount
          currency
        }
        gainedPayments
        lostPayments
      }
      changes {
        payment {
          id
          customerName
          customerEmail
          paidAt
          amount {
            amount
            currency
          }
        }
        before {
          method
          closer {
            id
            name
          }
        }
        after {
          method
          closer {
            id
            name
          }
        }
        summary
      }
    }
  }
`)

export const rerunApply = graphql(`
  mutation RerunApply($input: RerunAttributionInput!) {
    rerunAttribution(input: $input) {
      changed
      locked
    }
  }
`)

/** What crediting a period again would change. */
export type RerunPreview = RerunPreviewQuery['previewAttribution']
