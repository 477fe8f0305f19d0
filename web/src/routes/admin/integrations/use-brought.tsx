import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import type { Provider } from '../../../apollo/generated/graphql.ts'
import { Money } from '../../../components/figures.tsx'
import { formatCount } from '../../../lib/format-count.ts'
import { callsTo, paymentsTo } from '../../../lib/page-search.ts'
import { presetPeriod, todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'

const broughtQuery = graphql(`
  query IntegrationsBrought($month: PeriodInput!) {
    booked: events(first: 1, filter: { booked: $month, chainEnds: true }) {
      totalCount
    }
    collected: paymentTotals(filter: { paid: $month, origins: [PROCESSOR] }) {
      amount {
        amount
        currency
      }
    }
    uncredited: paymentTotals(filter: { methods: [NONE], origins: [PROCESSOR] }) {
      payments
      amount {
        amount
        currency
      }
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

const inCurrency = <Total extends { amount: { currency: string } }>(totals: readonly Total[], currency: string) =>
  totals.find((total) => total.amount.currency === currency) ?? totals[0]

const linkClass = 'relative inline-flex min-h-6 items-center rounded-xs hover:underline hover:underline-offset-3'

/** What each provider brought this month, in bookings and in money. Null until it is known. */
export function useBrought(): Partial<Record<Provider, Brought>> {
  const { currency, timeZone } = useViewer().organization
  const month = presetPeriod('this_month', todayIn(timeZone, useNow()))
  const { data, previousData } = useQuery(broughtQuery, { variables: { month } })
  const known = data ?? previousData
  if (!known) return {}
  const collected = inCurrency(known.collected, currency)
  const uncredited = inCurrency(known.uncredited, currency)
  const booked = (
    <Link to={callsTo({ booked: month, chainEnds: true })} className={linkClass}>
      {formatCount(known.booked.totalCount)}
    </Link>
  )
  const toUncredited = paymentsTo({ method: ['NONE'], origin: ['PROCESSOR'] })
  return {
    CALENDLY: {
      figure: <>{booked} bookings this month</>,
      overview: { term: 'This month', value: <>{booked} bookings</> },
    },
    STRIPE: {
      figure: collected ? (
        <Link to={paymentsTo({ paid: month, origin: ['PROCESSOR'] })} className={linkClass}>
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
    },
  }
}
