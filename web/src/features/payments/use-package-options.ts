import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { Option } from '../../components/option.ts'

const packageOptionsQuery = graphql(`
  query PackageOptions {
    packages(includeRetired: true) {
      id
      name
      retiredAt
    }
  }
`)

/** Packages to choose from or to filter by, those sold no more at the end; nothing while they load. */
export function usePackageOptions(): readonly Option[] {
  const { data } = useQuery(packageOptionsQuery, { fetchPolicy: 'cache-and-network' })
  return useMemo(
    () =>
      data?.packages.map(({ id, name, retiredAt }) => ({
        value: id,
        label: name,
        ...(retiredAt === null ? {} : { detail: 'Retired' }),
      })) ?? [],
    [data],
  )
}
