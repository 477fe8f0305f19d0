import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { notify } from '../../../components/notify.ts'
import { DeleteOrganization } from '../../../features/organization/delete-organization.tsx'
import { OrganizationSettings } from '../../../features/organization/organization-settings.tsx'
import { SignInDemands, type SignInDemandsProps } from '../../../features/organization/sign-in-demands.tsx'
import { useMay } from '../../../lib/viewer.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { WindowChanged } from './window-changed.tsx'

const organizationQuery = graphql(`
  query SettingsOrganization {
    organization {
      id
      name
      secondFactorRequired
      sessionIdleHours
      ...OrganizationSettings_organization
    }
    viewer {
      id
      twoFactorEnabled
    }
  }
`)

const demandMutation = graphql(`
  mutation DemandOfSignIn($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization {
        id
        secondFactorRequired
        sessionIdleHours
      }
    }
  }
`)

/** The organization's name, zone, currency and how payments find their calls, what it asks of signing in; for its owner also its end. */
export function OrganizationTab() {
  const client = useApolloClient()
  const mayOwn = useMay('OWN_ORGANIZATION')
  const { data, error, refetch } = useQuery(organizationQuery)
  const [demand] = useMutation(demandMutation)
  const [windowChanged, setWindowChanged] = useState(false)
  const sendDemands: SignInDemandsProps['onSend'] = async (change) => {
    try {
      await demand({ variables: { input: { ...change, clientMutationId: crypto.randomUUID() } } })
      notify.done('The settings were saved')
      return { ok: true }
    } catch (failure) {
      return refusalOf(failure, [])
    }
  }
  if (data) {
    return (
      <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
        <OrganizationSettings organization={data.organization} onWindowChanged={() => setWindowChanged(true)} />
        {windowChanged && <WindowChanged />}
        <SignInDemands
          demands={data.organization}
          hasSecondFactor={data.viewer?.twoFactorEnabled ?? false}
          accountTo="/settings?tab=account"
          onSend={sendDemands}
        />
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
