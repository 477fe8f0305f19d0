import { useMemo } from 'react'
import type { RosterOrder } from '../../../apollo/generated/graphql.ts'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages, type Pages } from '../../../apollo/use-pages.ts'
import type { Person } from '../../../features/roster/person.ts'
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

type Wanted = Pick<TeamState, 'q' | 'who' | 'sort'>

const orderOf = (sort: TeamState['sort']): RosterOrder =>
  sort.startsWith('-')
    ? { field: sort === '-NAME' ? 'NAME' : 'CREATED_AT', direction: 'DESC' }
    : { field: sort === 'NAME' ? 'NAME' : 'CREATED_AT', direction: 'ASC' }

/** What is asked for; what is not narrowed is left out, so that equal filters share one list in the cache. */
const askedOf = ({ q, who, sort }: Wanted) => ({
  filter: { active: who === 'active', ...(q.trim() === '' ? {} : { search: q.trim() }) },
  orderBy: orderOf(sort),
})

/** The setters that the address asks for, page by page. */
export const useSetters = (wanted: Wanted): Pages<Person> =>
  usePages({ query: settersQuery, asked: askedOf(wanted), pageOf: ({ setters }) => setters, noun: 'setters' })

/** The closers that the address asks for, page by page. */
export function useClosers(wanted: Wanted): Pages<Person> {
  const { rows, ...pages } = usePages({
    query: closersQuery,
    asked: askedOf(wanted),
    pageOf: ({ closers }) => closers,
    noun: 'closers',
  })
  return { ...pages, rows: useMemo(() => rows?.map((closer) => ({ ...closer, aliases: [] })), [rows]) }
}
