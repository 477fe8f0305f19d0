import { useApolloClient, useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { readError } from '../../../apollo/read-error.ts'
import { notify } from '../../../components/notify.ts'
import type { CallRow } from '../../../features/events/call-columns.tsx'
import { toEventFilter, toEventOrder, type CallsState } from '../../../features/events/calls-filter.ts'
import { callsQuery, callsTotalQuery } from './calls-queries.ts'

const pageSize = 50
/** The most that the server gives at once. */
const largestPage = 200

export interface Calls {
  /** The rows loaded so far; while another filter loads, those of the one before. Undefined until there are any. */
  rows: readonly CallRow[] | undefined
  hasMore: boolean
  /** How many the filter matches; undefined while that is not known. */
  totalCount: number | undefined
  /** Why there are none; what else went wrong is said in a corner. */
  error: Error | undefined
  /** The rows shown are still those of the filter before. */
  stale: boolean
  /** Names the list that the address asks for. */
  listKey: string
  loadMore: () => void
  retry: () => void
  /** Counts again, after something changed that the filter may go by. */
  recount: () => Promise<unknown>
  /** Loads the rows again, as many as are there: those that the filter does not match any more go. */
  reload: () => Promise<unknown>
}

/** The table's rows and their count, for what the address says. */
export function useCalls(state: CallsState): Calls {
  const client = useApolloClient()
  const filter = useMemo(() => toEventFilter(state), [state])
  const orderBy = useMemo(() => toEventOrder(state.sort), [state.sort])
  const list = useQuery(callsQuery, { variables: { first: pageSize, filter, orderBy } })
  const total = useQuery(callsTotalQuery, { variables: { filter } })

  const current = list.data?.events
  const shown = current ?? list.previousData?.events
  const rows = useMemo(() => shown?.edges.map(({ node }) => node), [shown])
  const loadMore = (): void => {
    if (!current) return
    list.fetchMore({ variables: { after: current.pageInfo.endCursor } }).catch((error: unknown) => {
      const { title, requestId } = readError(error)
      notify.problem('More calls did not load', {
        detail: requestId === undefined ? title : `${title}. Request ${requestId}`,
        action: { label: 'Try again', onPress: loadMore },
      })
    })
  }
  return {
    rows,
    hasMore: current?.pageInfo.hasNextPage ?? false,
    totalCount: total.data?.events.totalCount,
    error: current ? undefined : list.error,
    stale: !current && Boolean(shown),
    listKey: JSON.stringify([filter, orderBy]),
    loadMore,
    retry: () => void Promise.all([list.refetch(), total.refetch()]),
    recount: () => client.query({ query: callsTotalQuery, variables: { filter }, fetchPolicy: 'network-only' }),
    reload: () =>
      client.query({
        query: callsQuery,
        variables: { first: Math.min(largestPage, Math.max(pageSize, rows?.length ?? 0)), filter, orderBy },
        fetchPolicy: 'network-only',
      }),
  }
}
