import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { usePages, type Pages } from '../../../apollo/use-pages.ts'
import { notify } from '../../../components/notify.ts'
import type { OwnRow } from '../../../features/fields/own-columns.tsx'
import type { PaymentRow } from '../../../features/payments/payment-columns.tsx'
import { toPaymentFilter, toPaymentOrder, type PaymentsState } from '../../../features/payments/payment-filter.ts'
import { countOf } from '../../../features/payments/payment-totals.tsx'
import { notCreditedState } from '../../../features/payments/payment-views.ts'

const paymentsQuery = graphql(`
  query PaymentsPage(
    $filter: PaymentFilter!
    $orderBy: PaymentOrder!
    $first: Int!
    $after: String
    $ownFields: Boolean!
  ) {
    payments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...PaymentRow_payment @unmask
          customFields @include(if: $ownFields) {
            ...CustomFieldValueParts_value @unmask
          }
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
    creditDisputes(first: 1, filter: { states: [OPEN] }) {
      totalCount
    }
    paymentTotals(filter: $filter) {
      ...PaymentTotals_totals @unmask
    }
    notCredited: paymentTotals(filter: $notCredited) {
      ...PaymentTotals_totals @unmask
    }
  }
`)

/** The rows that the address asks for, page by page. */
export const usePayments = (state: PaymentsState): Pages<PaymentRow & OwnRow> =>
  usePages({
    query: paymentsQuery,
    asked: {
      filter: toPaymentFilter(state),
      orderBy: toPaymentOrder(state.sort),
      ownFields: state.column.length > 0,
    },
    pageOf: ({ payments }) => payments,
    noun: 'payments',
  })

/** The sums of the very same filter, and how many of it are credited to nobody. */
export function usePaymentTotals(state: PaymentsState) {
  const { data, previousData, refetch } = useQuery(totalsQuery, {
    variables: { filter: toPaymentFilter(state), notCredited: toPaymentFilter(notCreditedState(state)) },
  })
  const shown = data ?? previousData
  return {
    totals: shown?.paymentTotals,
    count: data && countOf(data.paymentTotals),
    disputedCount: shown?.creditDisputes.totalCount,
    notCreditedCount: shown && countOf(shown.notCredited),
    refetchTotals: () => {
      refetch().catch((problem: unknown) => {
        const { title, advice } = readError(problem)
        notify.problem('The sums did not load', { detail: `${title}. ${advice}` })
      })
    },
  }
}
