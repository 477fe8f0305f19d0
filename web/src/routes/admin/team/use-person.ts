import { skipToken, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import type { Person, RosterKind } from '../../../features/roster/person.ts'

const closerQuery = graphql(`
  query TeamCloser($id: String!) {
    closers(first: 1, filter: { search: $id }) {
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
    }
  }
`)

const setterQuery = graphql(`
  query TeamSetter($id: String!) {
    setters(first: 1, filter: { search: $id }) {
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
    }
  }
`)

/** Somebody on the roster by id, also where the list beside does not show them; null if there is nobody, undefined until known. */
export function usePerson(kind: RosterKind, id: string): Person | null | undefined {
  const closer = useQuery(closerQuery, kind === 'closer' ? { variables: { id } } : skipToken)
  const setter = useQuery(setterQuery, kind === 'setter' ? { variables: { id } } : skipToken)
  if (kind === 'closer') {
    if (!closer.data) return undefined
    const found = closer.data.closers.edges[0]?.node
    return found?.id === id ? { ...found, aliases: [] } : null
  }
  if (!setter.data) return undefined
  const found = setter.data.setters.edges[0]?.node
  return found?.id === id ? found : null
}
