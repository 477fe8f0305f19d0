import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import type { Option } from '../../../components/option.ts'
import type { RosterOptions } from '../../../features/events/filter-fields.ts'
import { useMay } from '../../../lib/viewer.ts'
import { callsRosterQuery } from './calls-queries.ts'

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

/** What there is to filter the calls by; nothing while it loads. */
export function useRosterOptions(): RosterOptions {
  const everyone = useMay('READ_ALL_ROWS')
  const { data } = useQuery(callsRosterQuery, { variables: { everyone }, fetchPolicy: 'cache-first' })
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
