import { useApolloClient, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { DeleteOrganization } from '../../../features/organization/delete-organization.tsx'
import { OrganizationSettings } from '../../../features/organization/organization-settings.tsx'
import { useMay } from '../../../lib/viewer.ts'
import { FormSkeleton } from './form-skeleton.tsx'

const organizationQuery = graphql(`
  query SettingsOrganization {
    organization {
      id
      name
      ...OrganizationSettings_organization
    }
  }
`)

/** The organization's name, zone, currency and how payments find their calls; for its owner also its end. */
export function OrganizationTab() {
  const client = useApolloClient()
  const mayOwn = useMay('OWN_ORGANIZATION')
  const { data, error, refetch } = useQuery(organizationQuery)
  if (data) {
    return (
      <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
        <OrganizationSettings organization={data.organization} />
        {mayOwn && (
          <DeleteOrganization
            name={data.organization.name}
            onShut={() => void client.refetchQueries({ include: ['SignedIn'] })}
          />
        )}
      </div>
    )
  }
  if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
  return <FormSkeleton label="Loading the settings" />
}
