import { graphql } from '../../../apollo/generated/index.ts'

/** The sums of a statement: the very figures of My numbers. */
export const sumsQuery = graphql(`
  query PortalStatementSums($period: PeriodInput!) {
    metrics(period: $period, compare: false) {
      totals {
        cashCollected {
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
        netCash {
          amount
          currency
        }
      }
      missingRates {
        currency
        payments
        days
      }
    }
  }
`)

export const linesQuery = graphql(`
  query PortalStatementLines($period: PeriodInput!, $first: Int!, $after: String) {
    statementLines(period: $period, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...StatementLine_line @unmask
        }
      }
    }
  }
`)

/** What somebody disputes and disputed lately; older answers stand on their lines. */
export const disputesQuery = graphql(`
  query PortalDisputes {
    creditDisputes(first: 20) {
      nodes {
        ...CreditDispute_dispute @unmask
      }
    }
  }
`)

export const whyQuery = graphql(`
  query PortalWhyThisCredit($id: ID!) {
    payment(id: $id) {
      id
      attribution {
        method
        summary
        reason
        decidedAt
        decidedBy
        confidenceReason
        trail {
          rule
          question
          explanation
          result
          candidates {
            eventId
            scheduledAt
            verdict
            note
          }
        }
      }
    }
  }
`)
