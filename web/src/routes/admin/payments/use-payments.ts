import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { notify } from '../../../components/notify.ts'
import { readError } from '../../../apollo/read-error.ts'
import type { RosterOptions } from '../../../features/payments/filter-fields.ts'
import type { PaymentRow } from '../../../features/payments/payment-columns.tsx'
import { toPaymentFilter, toPaymentOrder, type PaymentsState } from '../../../features/payments/payment-filter.ts'
import { countOf } from '../../../features/payments/payment-totals.tsx'
import { notCreditedState } from '../../../features/payments/payment-views.ts'
import { useMay } from '../../../lib/viewer.ts'

const pageRows = 100

const paymentsQuery = graphql(`
  query PaymentsPage($filter: PaymentFilter!, $orderBy: PaymentOrder!, $first: Int!, $after: String) {
    payments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...PaymentRow_payment @unmask
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const totalsQuery = graphql(`
  query PaymentsTotals($filter: PaymentFilter!, $notCredited: PaymentFilter!) {
    paymentTotals(filter: $filter) {
      ...PaymentTotals_totals @unmask
    }
    notCredited: paymentTotals(filter: $notCredited) {
      payments
      amount {
        amount
        currency
      }
      refunded {
        amount
        currency
      }
      net {
        amount
        currency
      }
    }
  }
`)

const rosterQuery = graphql(`
  query PaymentsRoster {
    closers(first: 200) {
      edges {
        node {
          id
          name
        }
      }
    }
    setters(first: 200) {
      edges {
        node {
          id
          name
        }
      }
    }
    sources {
      id
      name
    }
  }
`)

/** The rows that the address asks for, page by page; the earlier ones stay in sight while others load. */
export function usePayments(state: PaymentsState) {
  const variables = { filter: toPaymentFilter(state), orderBy: toPaymentOrder(state.sort), first: pageRows }
  const { data, previousData, error, refetch, fetchMore } = useQuery(paymentsQuery, { variables })
  const list = (data ?? previousData)?.payments
  const rows = useMemo((): readonly PaymentRow[] => list?.edges.map(({ node }) => node) ?? [], [list])
  const endCursor = data?.payments.pageInfo.endCursor
  const loadMore = () => {
    fetchMore({ variables: { after: endCursor } }).catch((problem: unknown) => {
      const { title, advice } = readError(problem)
      notify.problem('The next payments did not load', { detail: `${title}. ${advice}` })
    })
  }
  return {
    rows,
    /** Nothing to show yet, not even of the filter before. */
    loading: list === undefined && error === undefined,
    /** What stands there belongs to the filter before. */
    stale: data === undefined && previousData !== undefined,
    error: list === undefined ? error : undefined,
    hasMore: data?.payments.pageInfo.hasNextPage ?? false,
    loadMore,
    refetch,
  }
}

/** The sums of the very same filter, and how many of it are credited to nobody. */
export function usePaymentTotals(state: PaymentsState) {
  const { data, previousData, refetch } = useQuery(totalsQuery, {
    variables: { filter: toPaymentFilter(state), notCredited: toPaymentFilter(notCreditedState(state)) },
  })
  const shown = data ?? previousData
  return {
    totals: shown?.paymentTotals,
    count: data && countOf(data.paymentTotals),
    notCreditedCount: shown && countOf(shown.notCredited),
    refetchTotals: () => {
      refetch().catch((problem: unknown) => {
        const { title, advice } = readError(problem)
        notify.problem('The sums did not load', { detail: `${title}. ${advice}` })
      })
    },
  }
}

const none: RosterOptions = { closers: [], setters: [], sources: [] }

const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** Whom and what to filter by. A sales rep sees only their own payments, and nobody to choose from. */
export function useRosterOptions(): RosterOptions {
  const seesAll = useMay('READ_ALL_ROWS')
  const { data } = useQuery(rosterQuery, { skip: !seesAll })
  return useMemo(
    () =>
      data
        ? {
            closers: data.closers.edges.map(({ node }) => toOption(node)),
            setters: data.setters.edges.map(({ node }) => toOption(node)),
            sources: data.sources.map(toOption),
          }
        : none,
    [data],
  )
}
