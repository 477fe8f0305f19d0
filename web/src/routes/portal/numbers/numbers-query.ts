import { graphql } from '../../../apollo/generated/index.ts'

/** Somebody's own figures of a period beside those of the one before, and their goals in it. */
export const numbersQuery = graphql(`
  query PortalNumbers($period: PeriodInput!) {
    metrics(period: $period) {
      period {
        from
        to
      }
      previousPeriod {
        from
        to
      }
      totals {
        ...PortalFigures_values @unmask
      }
      previous {
        ...PortalFigures_values @unmask
      }
    }
    goals(filter: { period: $period }) {
      ...Goal_goal @unmask
    }
  }
`)

graphql(`
  fragment PortalFigures_values on MetricValues {
    bookedCalls
    shows
    showRate
    offerRate
    closeRate
    closes
    pendingPostCallForms
    utilization
    cashCollected {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    netCash {
      amount
      currency
    }
    averageOrderValue {
      amount
      currency
    }
  }
`)
