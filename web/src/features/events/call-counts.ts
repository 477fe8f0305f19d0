import { useApolloClient, useQuery } from '@apollo/client/react'
import { useCallback } from 'react'
import { graphql } from '../../apollo/generated/index.ts'

const viewCountsQuery = graphql(`
  query CallsViewCounts {
    upcoming: events(first: 1, filter: { statuses: [SCHEDULED], overdue: false }) {
      totalCount
    }
    overdue: events(first: 1, filter: { overdue: true }) {
      totalCount
    }
  }
`)

/** How many calls wait in the tabs that wait for somebody; nothing while that is not known. */
export function useViewCounts(): { upcoming?: number; overdue?: number } {
  const { data } = useQuery(viewCountsQuery)
  return data ? { upcoming: data.upcoming.totalCount, overdue: data.overdue.totalCount } : {}
}

/** Counts anew, also for whoever else shows the same count: the page in the navigation does. */
export function useRefreshViewCounts(): () => Promise<unknown> {
  const client = useApolloClient()
  return useCallback(() => client.query({ query: viewCountsQuery, fetchPolicy: 'network-only' }), [client])
}
