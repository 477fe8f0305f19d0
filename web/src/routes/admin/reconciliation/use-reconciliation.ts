import { useQuery } from '@apollo/client/react'
import type { ResultOf } from '@graphql-typed-document-node/core'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages } from '../../../apollo/use-pages.ts'
import type { reconciliationSearch } from '../../../lib/page-search.ts'
import type { SearchState } from '../../../lib/search-params.ts'

export type ReconciliationState = SearchState<typeof reconciliationSearch>

const unmatchedQuery = graphql(`
  query ReconciliationPage($filter: PaymentFilter!, $first: Int!, $after: String) {
    payments(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...ReconciliationRow_payment @unmask
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const differingQuery = graphql(`
  query ReconciliationDiffering($period: PeriodInput, $first: Int!, $after: String) {
    differingReports(period: $period, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          payment {
            id
          }
          report {
            id
            ...ReconciliationRow_payment @unmask
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
  query ReconciliationSums($period: PeriodInput) {
    reconciliationTotals(period: $period) {
      reported {
        payments
        amount {
          amount
          currency
        }
      }
      processor {
        payments
        amount {
          amount
          currency
        }
      }
      differing {
        payments
        amount {
          amount
          currency
        }
      }
    }
  }
`)

/** The sums of a list, a currency at a time. */
export type Sums = ResultOf<typeof totalsQuery>['reconciliationTotals']['reported']

/** Reports or processor's payments that wait. */
export const useUnmatched = ({ paid }: ReconciliationState, origin: 'FORM' | 'PROCESSOR') =>
  usePages({
    query: unmatchedQuery,
    asked: { filter: { unmatched: true, origins: [origin], ...(paid && { paid }) } },
    pageOf: ({ payments }) => payments,
    noun: 'payments',
  })

/** Pairs whose amounts differ. */
export const useDiffering = ({ paid }: ReconciliationState) =>
  usePages({
    query: differingQuery,
    asked: { period: paid },
    pageOf: ({ differingReports }) => differingReports,
    noun: 'pairs',
  })

/** What each list sums to. */
export function useSums({ paid }: ReconciliationState) {
  const { data, previousData, refetch } = useQuery(totalsQuery, { variables: { period: paid } })
  return { sums: (data ?? previousData)?.reconciliationTotals, refetchSums: refetch }
}
