import { useState } from 'react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { FilterBar } from '../../../components/filter-bar/filter-bar.tsx'
import { choicesField } from '../../../components/filter-bar/filter-field.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { organizationColumns } from '../../../features/platform/organization-columns.tsx'
import { plans, planWords, stateLooks, states } from '../../../features/platform/organization-words.ts'
import {
  organizationPath,
  organizationsSearch,
  type OrganizationsState,
  toOrganizationSearch,
} from '../../../features/platform/platform-search.ts'
import { todayIn } from '../../../lib/period.ts'
import { onDemand } from '../../../lib/on-demand.tsx'
import { useSearchState, writeSearch } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'

const NewOrganizationDialog = onDemand(
  async () => (await import('./new-organization-dialog.tsx')).NewOrganizationDialog,
)

const query = graphql(`
  query PlatformOrganizationsPage(
    $search: String
    $state: OrganizationState
    $plan: OrganizationPlan
    $first: Int!
    $after: String
  ) {
    platformOrganizations(search: $search, state: $state, plan: $plan, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          ...PlatformOrganizationRow_organization @unmask
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const toState = (state: OrganizationsState['state']): string => {
  const search = writeSearch(organizationsSearch, new URLSearchParams(), { state }).toString()
  return search === '' ? '/platform/organizations' : `/platform/organizations?${search}`
}

const stateTabs = [
  { id: 'ANY', label: 'All', to: toState('ANY') },
  ...states.map((state) => ({ id: state, label: stateLooks[state].label, to: toState(state) })),
]

/** Every organization of the platform: what it pays for, what it has done, and how it does. */
export function Component() {
  const [state, setState] = useSearchState(organizationsSearch)
  const [making, setMaking] = useState(false)
  const now = useNow()
  const pages = usePages({
    query,
    asked: toOrganizationSearch(state),
    pageOf: ({ platformOrganizations }) => platformOrganizations,
    noun: 'organizations',
  })
  const narrowed = state.q !== '' || state.plan !== 'ANY'
  const clear = () => setState({ q: '', plan: 'ANY' })
  const planField = choicesField(
    'Plan',
    plans.map((plan) => ({ value: plan, label: planWords[plan] })),
    state.plan === 'ANY' ? [] : [state.plan],
    // One at a time: the one that was not chosen before takes its place.
    (chosen) => setState({ plan: plans.find((plan) => chosen.includes(plan) && plan !== state.plan) ?? 'ANY' }),
  )
  return (
    <>
      <PageHeader title="Organizations">
        <Button variant="primary" onClick={() => setMaking(true)}>
          New organization
        </Button>
      </PageHeader>
      <Tabs label="Organizations by state" tabs={stateTabs} current={state.state} />
      <FilterBar
        search={{
          label: 'Search organizations',
          placeholder: 'Name, member’s e-mail, id',
          value: state.q,
          onSearch: (q) => setState({ q }, { replace: true }),
        }}
        fields={[planField]}
        today={todayIn('UTC', now)}
        narrowed={narrowed}
        onClear={clear}
      />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col" aria-busy={pages.stale || undefined}>
        {pages.error ? (
          <LoadError title="The organizations did not load" error={pages.error} onRetry={pages.retry} />
        ) : !pages.rows ? (
          <SkeletonRows rows={14} columns={7} label="Loading organizations" />
        ) : pages.rows.length === 0 && !pages.stale ? (
          <EmptyState
            title={narrowed ? 'No organization matches' : 'No organizations here'}
            actions={
              narrowed && (
                <Button size="md" onClick={clear}>
                  Clear all filters
                </Button>
              )
            }
          >
            {narrowed
              ? 'Search for a part of its name, or for the address of a member.'
              : 'Those in this state will stand here.'}
          </EmptyState>
        ) : (
          <DataTable
            label="Organizations"
            columns={organizationColumns}
            rows={pages.rows}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
            rowTo={({ id }) => organizationPath(id)}
            listKey={pages.listKey}
            hasMore={pages.hasMore}
            onReachEnd={pages.loadMore}
          />
        )}
      </div>
      {making && <NewOrganizationDialog onMade={() => void pages.reload()} onClose={() => setMaking(false)} />}
    </>
  )
}
