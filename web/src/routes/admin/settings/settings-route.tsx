import { Plus } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { onDemand } from '../../../lib/on-demand.tsx'
import { useSearchState, writeSearch } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { settingsSearch, settingsTabs, type SettingsTab } from './settings-search.ts'

const OrganizationTab = onDemand(async () => (await import('./organization-tab.tsx')).OrganizationTab)
const CurrenciesTab = onDemand(async () => (await import('./currencies-tab.tsx')).CurrenciesTab)
const PlanTab = onDemand(async () => (await import('./plan-tab.tsx')).PlanTab)
const ImportTab = onDemand(async () => (await import('./import-tab.tsx')).ImportTab)
const ApiKeysTab = onDemand(async () => (await import('./api-keys-tab.tsx')).ApiKeysTab)
const AuditTab = onDemand(async () => (await import('../audit/audit-tab.tsx')).AuditTab)
const AccountTab = onDemand(async () => (await import('./account-tab.tsx')).AccountTab)

const labels: Readonly<Record<SettingsTab, string>> = {
  organization: 'Organization',
  currencies: 'Currencies',
  plan: 'Plan and usage',
  import: 'Import leads',
  keys: 'API keys',
  audit: 'Audit log',
  account: 'Your account',
}

const pages = {
  organization: OrganizationTab,
  currencies: CurrenciesTab,
  plan: PlanTab,
  import: ImportTab,
  keys: ApiKeysTab,
  audit: AuditTab,
  account: AccountTab,
} as const

const tabTo = (tab: SettingsTab) => ({
  pathname: '/settings',
  search: writeSearch(settingsSearch, new URLSearchParams(), { tab }).toString(),
})

/** The organization's settings, for who manages it, and everybody's own account. */
export function Component() {
  const mayManage = useMay('MANAGE_ORGANIZATION')
  const [state, change] = useSearchState(settingsSearch)
  const shown = settingsTabs.filter((tab) => tab === 'account' || mayManage)
  const tab = shown.includes(state.tab) ? state.tab : 'account'
  const Page = pages[tab]
  return (
    <>
      <PageHeader title="Settings">
        {tab === 'keys' && (
          <Button onClick={() => change({ add: true })}>
            <Plus aria-hidden size={14} strokeWidth={1.75} />
            Make a key
          </Button>
        )}
      </PageHeader>
      <Tabs
        label="Parts of the settings"
        current={tab}
        tabs={shown.map((id) => ({ id, label: labels[id], to: tabTo(id) }))}
      />
      {!mayManage && state.tab === 'plan' && (
        <p className="border-b border-line px-4 py-3 md:px-6">
          The owner and the admins of the organization see its plan. Ask one of them for another.
        </p>
      )}
      <Page />
    </>
  )
}
