import { onDemand } from '../../../lib/on-demand.tsx'
import { useState } from 'react'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { useOwnFields } from '../../../features/fields/use-own-fields.tsx'
import { leadColumns } from '../../../features/leads/lead-columns.tsx'
import { LeadsFilterBar } from '../../../features/leads/leads-filter-bar.tsx'
import { useDuplicates } from '../../../features/leads/use-duplicates.ts'
import { useRosterOptions } from '../../../features/roster/use-roster-options.ts'
import { leadsSearch, leadsTo } from '../../../lib/page-search.ts'
import { todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useMay, useViewer } from '../../../lib/viewer.ts'
import { LeadsTable } from './leads-table.tsx'
import { useLeads } from './use-leads.ts'

const NewLeadDialog = onDemand(async () => (await import('../../../features/leads/edit-lead-dialog.tsx')).NewLeadDialog)
const DuplicatesTab = onDemand(async () => (await import('./duplicates-tab.tsx')).DuplicatesTab)

/** Every lead, and those of them who may be one. */
export function Component() {
  const { organization } = useViewer()
  const seesAll = useMay('READ_ALL_ROWS')
  const mayChange = useMay('MANAGE_ORGANIZATION')
  const [state, change] = useSearchState(leadsSearch)
  const leads = useLeads(state)
  const roster = useRosterOptions()
  const own = useOwnFields('LEAD', state, change, leadColumns)
  const duplicates = useDuplicates({ skip: !seesAll })
  const [adding, setAdding] = useState(false)
  const today = todayIn(organization.timeZone, useNow())
  const count = duplicates.pairs?.length
  return (
    <>
      <PageHeader title="Leads">
        {mayChange && (
          <>
            <ButtonLink to="/settings?tab=import">Import</ButtonLink>
            <Button variant="primary" onClick={() => setAdding(true)}>
              Add lead
            </Button>
          </>
        )}
      </PageHeader>
      {seesAll && (
        <Tabs
          label="Views"
          current={state.tab}
          tabs={[
            { id: 'leads', label: 'All leads', to: leadsTo({ ...state, tab: 'leads', open: null }) },
            {
              id: 'duplicates',
              label: 'Likely duplicates',
              to: leadsTo({ ...state, tab: 'duplicates', open: null }),
              ...(count ? { count } : {}),
            },
          ]}
        />
      )}
      {state.tab === 'duplicates' && seesAll ? (
        <DuplicatesTab duplicates={duplicates} onMerged={() => void leads.reload()} />
      ) : (
        <>
          <LeadsFilterBar
            state={state}
            onChange={change}
            roster={roster}
            today={today}
            own={own.filters}
            end={own.chooser}
          />
          <LeadsTable leads={leads} columns={own.columns} state={state} change={change} />
        </>
      )}
      {adding && (
        <NewLeadDialog demanded={own.demanded} onMade={(id) => change({ open: id })} onClose={() => setAdding(false)} />
      )}
    </>
  )
}
