import { LoadError } from '../../../apollo/load-error.tsx'
import { Button } from '../../../components/button.tsx'
import { DataTable, TableFooter } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import type { Column } from '../../../components/data-table/column.ts'
import type { OwnRow } from '../../../features/fields/own-columns.tsx'
import type { LeadRow } from '../../../features/leads/lead-columns.tsx'
import { fromSort, isNarrowed, noConditions, toSort, type LeadsState } from '../../../features/leads/leads-filter.ts'
import { formatCount } from '../../../lib/format-count.ts'
import { onDemand } from '../../../lib/on-demand.tsx'
import { leadPath } from '../../../lib/page-search.ts'
import type { SearchUpdate } from '../../../lib/search-params.ts'
import type { Leads } from './use-leads.ts'

const LeadPanel = onDemand(async () => (await import('./lead-panel.tsx')).LeadPanel)

export interface LeadsTableProps {
  leads: Leads
  columns: readonly Column<LeadRow & OwnRow>[]
  state: LeadsState
  change: (change: Partial<LeadsState>, update?: SearchUpdate) => void
}

/** Every lead, as the address filters and sorts them, with one of them open beside the table. */
export function LeadsTable({ leads, columns, state, change }: LeadsTableProps) {
  const rows = leads.rows ?? []
  const openIndex = rows.findIndex(({ id }) => id === state.open)
  const openRow = rows[openIndex]
  const openAt = (index: number) => {
    const row = rows[index]
    return row && (() => change({ open: row.id }, { replace: true }))
  }
  return (
    <>
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col" aria-busy={leads.stale || undefined}>
          {leads.error ? (
            <LoadError title="The leads did not load" error={leads.error} onRetry={leads.retry} />
          ) : !leads.rows ? (
            <SkeletonRows rows={16} columns={6} label="Loading leads" />
          ) : rows.length === 0 ? (
            <NoLeads narrowed={isNarrowed(state)} onClear={() => change(noConditions)} />
          ) : (
            <DataTable
              label="Leads"
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              rowName={({ fullName }) => fullName}
              rowTo={({ id }) => leadPath(id)}
              onOpen={({ id }) => change({ open: id })}
              openId={state.open}
              onClose={() => change({ open: null })}
              sort={toSort(state.sort)}
              onSort={(sort) => change({ sort: fromSort(sort) })}
              listKey={leads.listKey}
              hasMore={leads.hasMore}
              onReachEnd={leads.loadMore}
              totalCount={leads.totalCount}
            />
          )}
        </div>
        {state.open !== null && (
          <LeadPanel
            id={state.open}
            name={openRow?.fullName}
            position={
              openRow && leads.totalCount !== undefined
                ? `${formatCount(openIndex + 1)} of ${formatCount(leads.totalCount)}`
                : undefined
            }
            onPrevious={openRow && openAt(openIndex - 1)}
            onNext={openRow && openAt(openIndex + 1)}
            onClose={() => change({ open: null })}
            onMerged={(survivorId) => {
              change({ open: survivorId }, { replace: true })
              void leads.reload()
            }}
          />
        )}
      </div>
      <TableFooter>
        {leads.totalCount !== undefined && (
          <span>
            {formatCount(leads.totalCount)} {leads.totalCount === 1 ? 'lead' : 'leads'}
          </span>
        )}
      </TableFooter>
    </>
  )
}

function NoLeads({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  return narrowed ? (
    <EmptyState
      title="No lead matches"
      actions={
        <Button variant="primary" size="md" onClick={onClear}>
          Clear the filters
        </Button>
      }
    >
      Take a filter off, or look for another name.
    </EmptyState>
  ) : (
    <EmptyState title="No leads yet">Whoever books a call shows here, and whoever is imported or added.</EmptyState>
  )
}
