import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import type { MaybeMasked } from '@apollo/client/masking'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { notify } from '../components/notify.ts'
import { readError } from './read-error.ts'

/** How many rows are asked for at once. */
const pageSize = 50
/** The most that the server gives at once. */
const largestPage = 200

/** What is asked for the first page of a list. */
export const firstPageOf = <Asked extends object>(asked: Asked): Asked & { first: number } => ({
  ...asked,
  first: pageSize,
})

/** What every query of a list takes, beside its filter and order. */
export interface PageVariables {
  first: number
  after?: string | null
}

/** A page of a Relay connection: its rows, and where the next page begins. */
export interface Page<Row> {
  edges: readonly { node: Row }[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

export interface PagesInput<Data, Asked extends OperationVariables, Row> {
  query: TypedDocumentNode<Data, NoInfer<Asked & PageVariables>>
  /** The filter and the order, as the API takes them. The list is another one wherever they are. */
  asked: Asked
  /** Where the list stands in an answer. */
  pageOf: (data: MaybeMasked<Data>) => Page<Row>
  /** What the rows are, for a message: `calls`. */
  noun: string
  /** Looks again this often, in milliseconds, as long as only the first page is there. */
  pollInterval?: number
}

export interface Pages<Row> {
  /** The rows loaded so far; while another list loads, those of the one before. Undefined until there are any. */
  rows: readonly Row[] | undefined
  hasMore: boolean
  /** Why there are none; what else goes wrong is said in a corner. */
  error: Error | undefined
  /** The rows shown are still those of the list before. */
  stale: boolean
  /** Names the list that is asked for. */
  listKey: string
  loadMore: () => void
  retry: () => void
  /** Loads the rows again, as many as are there: those that the filter does not match any more go. */
  reload: () => Promise<unknown>
}

/** A list page by page, by what is asked for. */
export function usePages<Data, Asked extends OperationVariables, Row>({
  query,
  asked,
  pageOf,
  noun,
  pollInterval,
}: PagesInput<Data, Asked, Row>): Pages<Row> {
  const client = useApolloClient()
  const variables = firstPageOf(asked)
  const { data, previousData, error, fetchMore, refetch, stopPolling } = useQuery(query, { variables, pollInterval })

  const current = data && pageOf(data)
  const before = error || !previousData ? undefined : pageOf(previousData)
  const shown = current ?? before
  const rows = useMemo(() => shown?.edges.map(({ node }) => node), [shown])

  const loadMore = (): void => {
    if (!current) return
    // Reading the first page anew would cut off those that follow.
    stopPolling()
    // The whole question goes along: by the time that somebody tries again, the page may ask for another list.
    fetchMore({ variables: { ...variables, after: current.pageInfo.endCursor } }).catch((failure: unknown) => {
      const { title, requestId } = readError(failure)
      notify.problem(`More ${noun} did not load`, {
        detail: requestId === undefined ? title : `${title}. Request ${requestId}`,
        action: { label: 'Try again', onPress: loadMore },
      })
    })
  }
  return {
    rows,
    hasMore: current?.pageInfo.hasNextPage ?? false,
    error: current ? undefined : error,
    stale: !current && shown !== undefined,
    listKey: JSON.stringify(asked),
    loadMore,
    retry: () => void refetch(),
    reload: () =>
      client.query({
        query,
        variables: { ...asked, first: Math.min(largestPage, Math.max(pageSize, rows?.length ?? 0)) },
        fetchPolicy: 'network-only',
      }),
  }
}
