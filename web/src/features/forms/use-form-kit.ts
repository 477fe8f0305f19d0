import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { toDefinition } from './form-definition.ts'
import type { FormKit } from './form-kit.ts'
import { toListEntry, toOutcomeEntry, toPackageEntry } from './kit-parts.ts'

export const formKitQuery = graphql(`
  query FormKit {
    postCallFormDefinition {
      ...FormDefinitionParts_definition @unmask
    }
    packages {
      ...PackageParts_package @unmask
    }
    callOutcomes {
      ...CallOutcomeParts_outcome @unmask
    }
    opportunityStatuses {
      ...OpportunityStatusParts_status @unmask
    }
  }
`)

export interface FormKitReading {
  /** Null while it loads. */
  kit: FormKit | null
  error: unknown
  /** Fetches it anew: the form may have been changed since. */
  refetch: () => Promise<unknown>
}

/** How the organization's form is asked now. What is known of it is shown at once, and looked at again each time that a form is opened. */
export function useFormKit(): FormKitReading {
  const { locale } = useFormatSettings()
  const { data, previousData, error, refetch } = useQuery(formKitQuery, { fetchPolicy: 'cache-and-network' })
  // A look that fails takes nothing away from a form that is being filled in.
  const known = data ?? previousData
  const kit = useMemo<FormKit | null>(
    () =>
      known
        ? {
            version: known.postCallFormDefinition.version,
            definition: toDefinition(known.postCallFormDefinition),
            packages: known.packages.map((sold) => toPackageEntry(sold, locale)),
            callOutcomes: known.callOutcomes.map(toOutcomeEntry),
            opportunityStatuses: known.opportunityStatuses.map(toListEntry),
          }
        : null,
    [known, locale],
  )
  return { kit, error, refetch: () => refetch() }
}
