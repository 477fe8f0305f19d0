import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { notify } from '../../../components/notify.ts'
import { deliveryFilter, type DeliveriesWanted } from '../../../features/connections/delivery-filter.ts'
import type { DeliveryRow } from '../../../features/connections/delivery-row.ts'

const deliveriesQuery = graphql(`
  query IntegrationsDeliveries($filter: DeliveryFilter, $first: Int!, $after: String) {
    deliveries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          ...DeliveryRow_delivery @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const pageRows = 50
const lookEveryMs = 15_000

export interface Deliveries {
  /** Those loaded so far; undefined before any were. */
  rows: readonly DeliveryRow[] | undefined
  hasMore: boolean
  error: Error | undefined
  loadMore: () => void
  reload: () => void
}

/** The deliveries that are wanted, page by page. While only the first is loaded, it is kept current. */
export function useDeliveries(wanted: DeliveriesWanted): Deliveries {
  const filter = useMemo(
    () => deliveryFilter({ connectionId: wanted.connectionId, states: wanted.states, search: wanted.search }),
    [wanted.connectionId, wanted.states, wanted.search],
  )
  const { data, previousData, error, fetchMore, refetch, stopPolling } = useQuery(deliveriesQuery, {
    variables: { filter, first: pageRows },
    pollInterval: lookEveryMs,
  })
  const page = (data ?? previousData)?.deliveries
  const rows = useMemo(() => page?.edges.map((edge) => edge.node), [page])
  const loadMore = async () => {
    // Reading the first page anew would cut off those that follow.
    stopPolling()
    try {
      await fetchMore({ variables: { after: page?.pageInfo.endCursor } })
    } catch (failure) {
      const { title, advice } = readError(failure)
      notify.problem(title, { detail: advice, action: { label: 'Try again', onPress: () => void loadMore() } })
    }
  }
  return {
    rows,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    error,
    loadMore: () => void loadMore(),
    reload: () => void refetch(),
  }
}
