import { skipToken, useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import type { RosterOrder } from '../../../apollo/generated/graphql.ts'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { notify } from '../../../components/notify.ts'
import type { Person, RosterKind } from '../../../features/roster/person.ts'
import type { TeamState } from './team-search.ts'

const closersQuery = graphql(`
  query TeamClosers($filter: CloserFilter, $orderBy: RosterOrder, $first: Int!, $after: String) {
    closers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          hasAccount
          createdAt
          deactivatedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const settersQuery = graphql(`
  query TeamSetters($filter: SetterFilter, $orderBy: RosterOrder, $first: Int!, $after: String) {
    setters(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          aliases
          hasAccount
          createdAt
          deactivatedAt
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

export interface Roster {
  /** Those loaded so far; undefined before any were. */
  people: readonly Person[] | undefined
  hasMore: boolean
  error: Error | undefined
  loadMore: () => void
  reload: () => void
}

const orderOf = (sort: TeamState['sort']): RosterOrder =>
  sort.startsWith('-')
    ? { field: sort === '-NAME' ? 'NAME' : 'CREATED_AT', direction: 'DESC' }
    : { field: sort === 'NAME' ? 'NAME' : 'CREATED_AT', direction: 'ASC' }

/** The closers or the setters that the address asks for, page by page. */
export function useRoster(kind: RosterKind, { q, who, sort }: Pick<TeamState, 'q' | 'who' | 'sort'>): Roster {
  const variables = useMemo(
    () => ({
      filter: { active: who === 'active', ...(q.trim() === '' ? {} : { search: q.trim() }) },
      orderBy: orderOf(sort),
      first: pageRows,
    }),
    [q, who, sort],
  )
  const closers = useQuery(closersQuery, kind === 'closer' ? { variables } : skipToken)
  const setters = useQuery(settersQuery, kind === 'setter' ? { variables } : skipToken)
  const closerPage = (closers.data ?? closers.previousData)?.closers
  const setterPage = (setters.data ?? setters.previousData)?.setters
  const people = useMemo<readonly Person[] | undefined>(
    () =>
      kind === 'closer'
        ? closerPage?.edges.map(({ node }) => ({ ...node, aliases: [] }))
        : setterPage?.edges.map(({ node }) => node),
    [kind, closerPage, setterPage],
  )
  const pageInfo = (kind === 'closer' ? closerPage : setterPage)?.pageInfo
  const fetchAfter = (after: string | null | undefined) =>
    kind === 'closer' ? closers.fetchMore({ variables: { after } }) : setters.fetchMore({ variables: { after } })
  const loadMore = async () => {
    try {
      await fetchAfter(pageInfo?.endCursor)
    } catch (failure) {
      const { title, advice } = readError(failure)
      notify.problem(title, { detail: advice, action: { label: 'Try again', onPress: () => void loadMore() } })
    }
  }
  return {
    people,
    hasMore: pageInfo?.hasNextPage ?? false,
    error: kind === 'closer' ? closers.error : setters.error,
    loadMore: () => void loadMore(),
    reload: () => void (kind === 'closer' ? closers.refetch() : setters.refetch()),
  }
}
