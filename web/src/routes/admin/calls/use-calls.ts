import { useApolloClient, useQuery } from '@apollo/client/react'
import { usePages, type Pages } from '../../../apollo/use-pages.ts'
import type { OwnRow } from '../../../features/fields/own-columns.tsx'
import type { CallRow } from '../../../features/events/call-columns.tsx'
import { toEventFilter, toEventOrder, type CallsState } from '../../../features/events/calls-filter.ts'
import { callsQuery, callsTotalQuery } from './calls-queries.ts'

export interface Calls extends Pages<CallRow & OwnRow> {
  /** How many the filter matches; undefined while that is not known. */
  totalCount: number | undefined
  /** Counts again, after something changed that the filter may go by. */
  recount: () => Promise<unknown>
}

/** The table's rows and their count, for what the address says. */
export function useCalls(state: CallsState): Calls {
  const client = useApolloClient()
  const filter = toEventFilter(state)
  const pages = usePages({
    query: callsQuery,
    asked: { filter, orderBy: toEventOrder(state.sort), ownFields: state.column.length > 0 },
    pageOf: ({ events }) => events,
    noun: 'calls',
  })
  const total = useQuery(callsTotalQuery, { variables: { filter } })
  return {
    ...pages,
    totalCount: total.data?.events.totalCount,
    retry: () => {
      pages.retry()
      void total.refetch()
    },
    recount: () => client.query({ query: callsTotalQuery, variables: { filter }, fetchPolicy: 'network-only' }),
  }
}
