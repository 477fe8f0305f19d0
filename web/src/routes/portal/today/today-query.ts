import { graphql } from '../../../apollo/generated/index.ts'

/** What a phone shows of somebody's day: the next calls, those whose form is due, the latest, and the month so far. The server leaves out all that is not theirs. */
export const todayQuery = graphql(`
  query PortalToday($coming: PeriodInput!, $gone: PeriodInput!, $month: PeriodInput!) {
    coming: events(
      first: 12
      filter: { scheduled: $coming, statuses: [SCHEDULED] }
      orderBy: { field: SCHEDULED_AT, direction: ASC }
    ) {
      nodes {
        ...PortalCall_event @unmask
        lead {
          id
          phone
        }
      }
    }
    due: events(first: 3, filter: { overdue: true }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      totalCount
      nodes {
        ...PortalCall_event @unmask
      }
    }
    gone: events(first: 20, filter: { scheduled: $gone }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      nodes {
        ...PortalCall_event @unmask
      }
    }
    month: metrics(period: $month, compare: false) {
      totals {
        bookedCalls
        showRate
        closeRate
        closes
        netCash {
          amount
          currency
        }
      }
    }
  }
`)
