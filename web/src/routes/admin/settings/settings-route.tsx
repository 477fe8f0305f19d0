import { onDemand } from '../../../lib/on-demand.tsx'
import { useQuery } from '@apollo/client/react'
import { Plus } from 'lucide-react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { OrganizationSettings } from '../../../features/organization/organization-settings.tsx'
import { useSearchState } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { settingsSearch } from './settings-search.ts'

const ApiKeysTab = onDemand(async () => (await import('./api-keys-tab.tsx')).ApiKeysTab)

const organizationQuery = graphql(`
  query SettingsOrganization {
    organization {
      id
      ...OrganizationSettings_organization
    }
  }
`)

const tabs = [
  { id: 'organization', label: 'Organization', to: { pathname: '/settings', search: '' } },
  { id: 'keys', label: 'API keys', to: { pathname: '/settings', search: 'tab=keys' } },
]

/** The organization's settings and its API keys. */
export function Component() {
  if (useMay('MANAGE_ORGANIZATION')) return <Settings />
  return (
    <>
      <PageHeader title="Settings" />
      <ErrorState title="Your role does not allow this" advice="Owners and admins keep the settings." />
    </>
  )
}

function Settings() {
  const [state, change] = useSearchState(settingsSearch)
  return (
    <>
      <PageHeader title="Settings">
        {state.tab === 'keys' && (
          <Button onClick={() => change({ add: true })}>
            <Plus aria-hidden size={14} strokeWidth={1.75} />
            Make a key
          </Button>
        )}
      </PageHeader>
      <Tabs label="Parts of the settings" tabs={tabs} current={state.tab} />
      {state.tab === 'keys' ? <ApiKeysTab /> : <OrganizationTab />}
    </>
  )
}

function OrganizationTab() {
  const { data, error, refetch } = useQuery(organizationQuery)
  if (data) {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto">
        <OrganizationSettings organization={data.organization} />
      </div>
    )
  }
  if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
  return (
    <SkeletonGroup label="Loading the settings">
      <div className="flex flex-col gap-6 px-4 py-5 md:px-6">
        {[0, 1, 2, 3].map((field) => (
          <div key={field} className="flex flex-col gap-2">
            <Skeleton widthPx={96} />
            <Skeleton widthPx={440} heightPx={32} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
