import type {
  MetricAvailability_ReportFragment,
  MetricCourse_GroupFragment,
  MetricDefinition_DefinitionFragment,
  MetricRank_EntryFragment,
  MetricSource_GroupFragment,
  MetricTotals_ValuesFragment,
  MissingRate_RateFragment,
  UncreditedPayment_PaymentFragment,
} from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'

// Figures have no identity that a mask could be read by, so the route asks for these fragments unmasked and hands their data on.

/** Every figure of a period, as the tiles and the funnel tell them. */
export type MetricTotals = MetricTotals_ValuesFragment

/** Of how many closers the availability is known, and why there is no utilization. */
export type MetricAvailability = MetricAvailability_ReportFragment['availability']

/** The figures of a day, a week or a month: what is drawn of them. The key is its first day. */
export type MetricCourse = MetricCourse_GroupFragment

/** What a figure counts, in the API's words. */
export type MetricDefinition = MetricDefinition_DefinitionFragment

/** The figures of a source; without an id, of what has none. */
export type MetricSource = MetricSource_GroupFragment

/** A place on the leaderboard as whoever sees all of it is told it: whose it is, with the figures beside it. */
export interface MetricRank extends Pick<MetricRank_EntryFragment, 'rank'> {
  personId: string
  name: string
  values: NonNullable<MetricRank_EntryFragment['values']>
}

/** The places that are told whole: all of them, but to a sales rep. */
export const wholePlaces = (entries: readonly MetricRank_EntryFragment[]): MetricRank[] =>
  entries.flatMap(({ personId, name, rank, values }) =>
    personId !== null && name !== null && values ? [{ personId, name, rank, values }] : [],
  )

/** Payments of a currency that are in no figure. */
export type MissingRate = MissingRate_RateFragment

/** A payment that is credited to nobody. */
export type UncreditedPayment = UncreditedPayment_PaymentFragment

graphql(`
  fragment MetricTotals_values on MetricValues {
    bookedCalls
    shows
    noShows
    offers
    closes
    showRate
    offerRate
    closeRate
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
    cashPerBookedCall {
      amount
      currency
    }
    cashPerShow {
      amount
      currency
    }
    pendingPostCallForms
    bookedSlots
    availableSlots
    utilization
    medianSpeedToCallSeconds
  }
`)

graphql(`
  fragment MetricAvailability_report on MetricsReport {
    availability {
      closers
      knownClosers
      unknownBecause
    }
  }
`)

graphql(`
  fragment MetricCourse_group on MetricGroup {
    keys {
      id
    }
    values {
      bookedCalls
      shows
      showRate
      offerRate
      closeRate
      cashCollected {
        amount
        currency
      }
      averageOrderValue {
        amount
        currency
      }
      pendingPostCallForms
      utilization
      medianSpeedToCallSeconds
    }
  }
`)

graphql(`
  fragment MetricDefinition_definition on MetricDefinition {
    key
    name
    definition
  }
`)

graphql(`
  fragment MetricSource_group on MetricGroup {
    keys {
      id
      label
    }
    values {
      bookedCalls
      closes
      netCash {
        amount
        currency
      }
    }
  }
`)

graphql(`
  fragment MetricRank_entry on LeaderboardEntry {
    # Not as id: the same person's figures of another period must not be merged with these in the cache.
    personId: id
    name
    rank
    values {
      bookedCalls
      shows
      closes
      showRate
      closeRate
      netCash {
        amount
        currency
      }
    }
  }
`)

graphql(`
  fragment MissingRate_rate on MissingRate {
    currency
    payments
    days
    amount {
      amount
      currency
    }
  }
`)

graphql(`
  fragment UncreditedPayment_payment on Payment {
    id
    customerName
    customerEmail
    provider
    paidAt
    amount {
      amount
      currency
    }
  }
`)
