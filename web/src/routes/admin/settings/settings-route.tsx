import { Plus } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SideTabs } from '../../../components/side-tabs.tsx'
import { onDemand } from '../../../lib/on-demand.tsx'
import { useSearchState, writeSearch } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { settingsSearch, settingsTabs, type SettingsTab } from './settings-search.ts'

const OrganizationTab = onDemand(async () => (await import('./organization-tab.tsx')).OrganizationTab)
const CurrenciesTab = onDemand(async () => (await import('./currencies-tab.tsx')).CurrenciesTab)
const FormTab = onDemand(async () => (await import('./form-tab.tsx')).FormTab)
const CustomFieldsTab = onDemand(async () => (await import('./custom-fields-tab.tsx')).CustomFieldsTab)
const OutcomesTab = onDemand(async () => (await import('./outcomes-tab.tsx')).OutcomesTab)
const PackagesTab = onDemand(async () => (await import('./packages-tab.tsx')).PackagesTab)
const PortalTab = onDemand(async () => (await import('./portal-tab.tsx')).PortalTab)
const PlanTab = onDemand(async () => (await import('./plan-tab.tsx')).PlanTab)
const ImportTab = onDemand(async () => (await import('./import-tab.tsx')).ImportTab)
const ApiKeysTab = onDemand(async () => (await import('./api-keys-tab.tsx')).ApiKeysTab)
const AuditTab = onDemand(async () => (await import('../audit/audit-tab.tsx')).AuditTab)
const AccountTab = onDemand(async () => (await import('./account-tab.tsx')).AccountTab)

const labels: Readonly<Record<SettingsTab, string>> = {
  organization: 'Organization',
  currencies: 'Currencies',
  form: 'Post-call form',
  fields: 'Custom fields',
  outcomes: 'Outcomes and statuses',
  packages: 'Packages',
  portal: 'Portal',
  plan: 'Plan and usage',
  import: 'Import leads',
  keys: 'API keys',
  audit: 'Audit log',
  account: 'Your account',
}

const pages = {
  organization: OrganizationTab,
  currencies: CurrenciesTab,
  form: FormTab,
  fields: CustomFieldsTab,
  outcomes: OutcomesTab,
  packages: PackagesTab,
  portal: PortalTab,
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

const company: ReadonlySet<SettingsTab> = new Set(['organization', 'currencies', 'plan'])
const data: ReadonlySet<SettingsTab> = new Set(['import', 'keys', 'audit'])

/** Whose the settings are; what is not said to be of one of the others is how calls are sold. */
const partsOf = (tabs: readonly SettingsTab[]): [label: string, tabs: readonly SettingsTab[]][] => [
  ['Organization', tabs.filter((tab) => company.has(tab))],
  ['Calls and forms', tabs.filter((tab) => !company.has(tab) && !data.has(tab) && tab !== 'account')],
  ['Data', tabs.filter((tab) => data.has(tab))],
  ['You', tabs.filter((tab) => tab === 'account')],
]

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
      <SideTabs
        label="Parts of the settings"
        current={tab}
        groups={partsOf(shown).map(([label, tabs]) => ({
          label,
          tabs: tabs.map((id) => ({ id, label: labels[id], to: tabTo(id) })),
        }))}
      >
        {!mayManage && state.tab === 'plan' && (
          <p className="border-b border-line px-4 py-3 md:px-6">
            The owner and the admins of the organization see its plan. Ask one of them for another.
          </p>
        )}
        <Page />
      </SideTabs>
    </>
  )
}
