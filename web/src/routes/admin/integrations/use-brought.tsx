import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import type { BroughtTotalsFragment, Provider } from '../../../apollo/generated/graphql.ts'
import { Money } from '../../../components/figures.tsx'
import { formatCount } from '../../../lib/format-count.ts'
import { type bookingTools, callsTo, paymentsTo, type processors } from '../../../lib/page-search.ts'
import { type Period, presetPeriod, todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'

const broughtQuery = graphql(`
  query IntegrationsBrought($month: PeriodInput!) {
    bookedWithCalendly: events(first: 1, filter: { booked: $month, chainEnds: true, providers: [CALENDLY] }) {
      totalCount
    }
    bookedWithAcuity: events(first: 1, filter: { booked: $month, chainEnds: true, providers: [ACUITY] }) {
      totalCount
    }
    collectedByStripe: paymentTotals(filter: { paid: $month, providers: [STRIPE] }) {
      ...BroughtTotals @unmask
    }
    uncreditedOfStripe: paymentTotals(filter: { methods: [NONE], providers: [STRIPE] }) {
      ...BroughtTotals @unmask
    }
    collectedByWhop: paymentTotals(filter: { paid: $month, providers: [WHOP] }) {
      ...BroughtTotals @unmask
    }
    uncreditedOfWhop: paymentTotals(filter: { methods: [NONE], providers: [WHOP] }) {
      ...BroughtTotals @unmask
    }
  }

  fragment BroughtTotals on PaymentTotals {
    payments
    amount {
      amount
      currency
    }
  }
`)

/** What a provider brought, opening the rows that it counts. */
export interface Brought {
  figure: ReactNode
  /** What that means, if anything. */
  meaning?: ReactNode
  overview: { term: string; value: ReactNode }
}

type Totals = readonly BroughtTotalsFragment[]

const inCurrency = (totals: Totals, currency: string) =>
  totals.find((total) => total.amount.currency === currency) ?? totals[0]

const linkClass = 'relative inline-block min-h-6 leading-6 rounded-xs hover:underline hover:underline-offset-3'

/** What each provider brought this month, in bookings and in money. Null until it is known. */
export function useBrought(): Partial<Record<Provider, Brought>> {
  const { currency, timeZone } = useViewer().organization
  const month = presetPeriod('this_month', todayIn(timeZone, useNow()))
  const { data, previousData } = useQuery(broughtQuery, { variables: { month } })
  const known = data ?? previousData
  if (!known) return {}
  return {
    CALENDLY: broughtInBookings('CALENDLY', month, known.bookedWithCalendly.totalCount),
    ACUITY: broughtInBookings('ACUITY', month, known.bookedWithAcuity.totalCount),
    STRIPE: broughtInMoney('STRIPE', month, currency, known.collectedByStripe, known.uncreditedOfStripe),
    WHOP: broughtInMoney('WHOP', month, currency, known.collectedByWhop, known.uncreditedOfWhop),
  }
}

function broughtInBookings(tool: (typeof bookingTools)[number], month: Period, count: number): Brought {
  const booked = (
    <>
      <Link to={callsTo({ booked: month, chainEnds: true, tool: [tool] })} className={linkClass}>
        {formatCount(count)}
      </Link>{' '}
      {count === 1 ? 'booking' : 'bookings'}
    </>
  )
  return { figure: <>{booked} this month</>, overview: { term: 'This month', value: booked } }
}

function broughtInMoney(
  provider: (typeof processors)[number],
  month: Period,
  currency: string,
  ofMonth: Totals,
  notCredited: Totals,
): Brought {
  const collected = inCurrency(ofMonth, currency)
  const uncredited = inCurrency(notCredited, currency)
  const toUncredited = paymentsTo({ method: ['NONE'], provider: [provider] })
  return {
    figure: collected ? (
      <Link to={paymentsTo({ paid: month, provider: [provider] })} className={linkClass}>
        <Money value={collected.amount} /> this month
      </Link>
    ) : (
      'No payments this month'
    ),
    meaning: uncredited ? (
      <Link to={toUncredited} className={`${linkClass} text-warn`}>
        <Money value={uncredited.amount} /> in {formatCount(uncredited.payments)}{' '}
        {uncredited.payments === 1 ? 'payment' : 'payments'} not credited
      </Link>
    ) : collected ? (
      'All payments credited'
    ) : undefined,
    overview: {
      term: 'Not credited',
      value: uncredited ? (
        <Link to={toUncredited} className={linkClass}>
          <Money value={uncredited.amount} />
        </Link>
      ) : (
        'Nothing'
      ),
    },
  }
}
