import { graphql } from '../../../apollo/generated/index.ts'

/** All that the page shows of its period, but the leaderboard, which has a choice of its own. */
export const dashboardQuery = graphql(`
  query DashboardPage($period: PeriodInput!, $before: PeriodInput!, $grain: MetricDimension!, $everyone: Boolean!) {
    current: metrics(period: $period, groupBy: [$grain], compare: false) {
      period {
        from
        to
      }
      totals {
        ...MetricTotals_values @unmask
      }
      ...MetricAvailability_report @unmask
      groups {
        ...MetricCourse_group @unmask
      }
      missingRates {
        ...MissingRate_rate @unmask
      }
    }
    previous: metrics(period: $before, groupBy: [$grain], compare: false) {
      period {
        from
        to
      }
      totals {
        ...MetricTotals_values @unmask
      }
      groups {
        ...MetricCourse_group @unmask
      }
    }
    bySource: metrics(period: $period, groupBy: [SOURCE], compare: false) {
      groups {
        ...MetricSource_group @unmask
      }
    }
    metricDefinitions {
      ...MetricDefinition_definition @unmask
    }
    overdue: events(first: 8, filter: { overdue: true }, orderBy: { field: SCHEDULED_AT, direction: ASC }) {
      totalCount
      edges {
        node {
          ...OverdueCall_event @unmask
        }
      }
    }
    uncreditedTotals: paymentTotals(filter: { methods: [NONE], paid: $period }) @include(if: $everyone) {
      payments
      amount {
        amount
        currency
      }
    }
    uncredited: payments(
      first: 5
      filter: { methods: [NONE], paid: $period }
      orderBy: { field: AMOUNT, direction: DESC }
    ) @include(if: $everyone) {
      edges {
        node {
          ...UncreditedPayment_payment @unmask
        }
      }
    }
  }
`)

/** People by a figure. */
export const leaderboardQuery = graphql(`
  query DashboardLeaderboard($period: PeriodInput!, $role: RosterRole!, $metric: LeaderboardMetric!) {
    leaderboard(period: $period, role: $role, metric: $metric) {
      ...MetricRank_entry @unmask
    }
  }
`)

/** Asked only where a page has nothing to show: whether there ever was a call or a payment, and what is connected. */
export const anythingQuery = graphql(`
  query DashboardAnything($connections: Boolean!) {
    events(first: 1) {
      edges {
        node {
          id
        }
      }
    }
    payments(first: 1) {
      edges {
        node {
          id
        }
      }
    }
    connections @include(if: $connections) {
      id
      provider
    }
  }
`)
