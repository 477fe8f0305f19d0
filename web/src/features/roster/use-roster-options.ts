import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { Option } from '../../components/option.ts'
import { useMay } from '../../lib/viewer.ts'

// Closers and setters are for those who see all rows.
const rosterOptionsQuery = graphql(`
  query RosterOptions($everyone: Boolean!) {
    closers(first: 200, orderBy: { field: NAME, direction: ASC }) @include(if: $everyone) {
      edges {
        node {
          id
          name
          deactivatedAt
        }
      }
    }
    setters(first: 200, orderBy: { field: NAME, direction: ASC }) @include(if: $everyone) {
      edges {
        node {
          id
          name
          deactivatedAt
        }
      }
    }
    sources {
      id
      name
    }
    callTypes {
      id
      name
    }
  }
`)

/** What the roster offers to filter by; a list is empty for somebody who may not see it. */
export interface RosterOptions {
  closers: readonly Option[]
  setters: readonly Option[]
  sources: readonly Option[]
  callTypes: readonly Option[]
}

interface Person {
  id: string
  name: string
  deactivatedAt: string | null
}

const personOption = ({ id, name, deactivatedAt }: Person): Option => ({
  value: id,
  label: name,
  ...(deactivatedAt === null ? {} : { detail: 'Left' }),
})

const nameOption = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name })

/** People, sources and call types to filter by; nothing while they load. */
export function useRosterOptions(): RosterOptions {
  const everyone = useMay('READ_ALL_ROWS')
  const { data } = useQuery(rosterOptionsQuery, { variables: { everyone }, fetchPolicy: 'cache-first' })
  return useMemo(
    () => ({
      closers: data?.closers?.edges.map(({ node }) => personOption(node)) ?? [],
      setters: data?.setters?.edges.map(({ node }) => personOption(node)) ?? [],
      sources: data?.sources.map(nameOption) ?? [],
      callTypes: data?.callTypes.map(nameOption) ?? [],
    }),
    [data],
  )
}
