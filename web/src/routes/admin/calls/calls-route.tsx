import { useApolloClient } from '@apollo/client/react'
import { onDemand } from '../../../lib/on-demand.tsx'
import { useEffect, useMemo, useRef, useState } from 'react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ButtonLink } from '../../../components/button.tsx'
import { DataTable, TableFooter } from '../../../components/data-table/data-table.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { CallNotices } from '../../../features/events/call-notices.tsx'
import { CallSelection } from '../../../features/events/call-selection.tsx'
import { callColumns } from '../../../features/events/call-columns.tsx'
import { useRefreshViewCounts, useViewCounts } from '../../../features/events/call-counts.ts'
import { currentView, viewTabs } from '../../../features/events/call-views.ts'
import { CallsFilterBar } from '../../../features/events/calls-filter-bar.tsx'
import { fromSort, toSort } from '../../../features/events/calls-filter.ts'
import { useOwnFields } from '../../../features/fields/use-own-fields.tsx'
import { useRosterOptions } from '../../../features/roster/use-roster-options.ts'
import { formatCount } from '../../../lib/format-count.ts'
import { callPath, callsSearch } from '../../../lib/page-search.ts'
import { todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useMay, useViewer } from '../../../lib/viewer.ts'
import { NoCalls } from './no-calls.tsx'
import { useCalls } from './use-calls.ts'

const AssignDialog = onDemand(async () => (await import('../../../features/events/assign-dialog.tsx')).AssignDialog)
const DuplicateCalls = onDemand(
  async () => (await import('../../../features/events/duplicate-calls.tsx')).DuplicateCalls,
)
const CallPanel = onDemand(async () => (await import('./call-panel.tsx')).CallPanel)

const none: ReadonlySet<string> = new Set()

/** Every call, as the address filters and sorts them, with one of them open beside the table. */
export function Component() {
  const { organization } = useViewer()
  const [state, change] = useSearchState(callsSearch)
  const calls = useCalls(state)
  const roster = useRosterOptions()
  const client = useApolloClient()
  const counts = useViewCounts()
  const mayAssign = useMay('MANAGE_ORGANIZATION')
  const [picked, setPicked] = useState<{ listKey: string; ids: ReadonlySet<string> }>({ listKey: '', ids: none })
  const [assigns, setAssigns] = useState(false)
  const refreshViewCounts = useRefreshViewCounts()
  const today = todayIn(organization.timeZone, useNow())
  const columns = useMemo(() => callColumns(organization.currency), [organization.currency])
  const own = useOwnFields('EVENT', state, change, columns)

  const rows = calls.rows ?? []
  const openIndex = rows.findIndex(({ id }) => id === state.open)
  const openRow = rows[openIndex]
  const openAt = (index: number) => {
    const row = rows[index]
    return row && (() => change({ open: row.id }, { replace: true }))
  }

  // A row whose form was just filed may not belong here any more. It stays while it is being read, and goes with the panel.
  const filed = useRef(false)
  const { reload } = calls
  useEffect(() => {
    if (state.open !== null || !filed.current) return
    filed.current = false
    void reload()
  }, [state.open, reload])
  const onFiled = () => {
    filed.current = true
    void refreshViewCounts()
    void calls.recount()
  }

  // What was picked in another list is not what is seen.
  const selectedIds = picked.listKey === calls.listKey ? picked.ids : none
  const select = (ids: ReadonlySet<string>) => setPicked({ listKey: calls.listKey, ids })
  const onChanged = () => {
    void calls.reload()
    void calls.recount()
    void client.refetchQueries({ include: ['CallNotices', 'CallsViewCounts'] })
  }

  if (state.duplicates && mayAssign) {
    return (
      <>
        <PageHeader title="Possible duplicates" parent={{ label: 'Calls', to: '/calls' }} />
        <DuplicateCalls />
      </>
    )
  }
  return (
    <>
      <PageHeader title="Calls">
        {state.overdue && mayAssign && <ButtonLink to="/calls/overdue">Remind closers</ButtonLink>}
      </PageHeader>
      <Tabs label="Views" tabs={viewTabs({ state, counts })} current={currentView(state)} />
      {!state.left && <CallNotices />}
      <CallsFilterBar
        state={state}
        onChange={change}
        roster={roster}
        today={today}
        own={own.filters}
        end={own.chooser}
      />
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col" aria-busy={calls.stale || undefined}>
          {calls.error ? (
            <LoadError title="The calls did not load" error={calls.error} onRetry={calls.retry} />
          ) : !calls.rows ? (
            <SkeletonRows rows={16} columns={6} label="Loading calls" />
          ) : rows.length === 0 ? (
            <NoCalls state={state} onClear={change} />
          ) : (
            <DataTable
              label="Calls"
              columns={own.columns}
              rows={rows}
              rowId={({ id }) => id}
              rowName={({ leadName }) => leadName}
              rowTo={({ id }) => callPath(id)}
              onOpen={({ id }) => change({ open: id })}
              openId={state.open}
              onClose={() => change({ open: null })}
              {...(mayAssign ? { selectedIds, onSelect: select } : {})}
              sort={toSort(state.sort)}
              onSort={(sort) => change({ sort: fromSort(sort) })}
              listKey={calls.listKey}
              hasMore={calls.hasMore}
              onReachEnd={calls.loadMore}
              totalCount={calls.totalCount}
            />
          )}
        </div>
        {state.open !== null && (
          <CallPanel
            id={state.open}
            leadName={openRow?.leadName}
            state={state}
            position={
              openRow && calls.totalCount !== undefined
                ? `${formatCount(openIndex + 1)} of ${formatCount(calls.totalCount)}`
                : undefined
            }
            onPrevious={openRow && openAt(openIndex - 1)}
            onNext={openRow && openAt(openIndex + 1)}
            onClose={() => change({ open: null })}
            onFiled={onFiled}
            roster={roster}
            onChanged={onChanged}
          />
        )}
      </div>
      <TableFooter>
        {selectedIds.size > 0 ? (
          <CallSelection count={selectedIds.size} onReassign={() => setAssigns(true)} onClear={() => select(none)} />
        ) : (
          calls.totalCount !== undefined && (
            <span>
              {formatCount(calls.totalCount)} {calls.totalCount === 1 ? 'call' : 'calls'}
            </span>
          )
        )}
      </TableFooter>
      {assigns && (
        <AssignDialog
          eventIds={[...selectedIds]}
          closers={roster.closers}
          setters={roster.setters}
          onChanged={() => {
            select(none)
            onChanged()
          }}
          onClose={() => setAssigns(false)}
        />
      )}
    </>
  )
}
