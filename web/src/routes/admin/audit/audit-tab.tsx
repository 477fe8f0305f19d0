import { useCallback, useMemo } from 'react'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { DataTable, TableFooter } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { auditColumns } from '../../../features/audit/audit-columns.tsx'
import { AuditFilterBar } from '../../../features/audit/audit-filter-bar.tsx'
import { auditSearch, isNarrowed, noConditions } from '../../../features/audit/audit-filter.ts'
import { tellEntry } from '../../../features/audit/audit-words.ts'
import { IntegrityLine } from '../../../features/audit/integrity-line.tsx'
import { formatDateTime } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { onDemand } from '../../../lib/on-demand.tsx'
import { todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { useActorOptions, useAudit, useIntegrity } from './use-audit.ts'

const AuditPanel = onDemand(async () => (await import('../../../features/audit/audit-panel.tsx')).AuditPanel)

/** Everything that was changed, by whom and from where, and whether the log itself is what it was. */
export function AuditTab() {
  const [state, change] = useSearchState(auditSearch)
  const { organization } = useViewer()
  const today = todayIn(organization.timeZone, useNow())
  const entries = useAudit(state)
  const integrity = useIntegrity()
  const members = useActorOptions()
  const { locale, timeZone } = useFormatSettings()
  const tell = useCallback((instant: string) => formatDateTime(instant, { locale, timeZone }), [locale, timeZone])
  const columns = useMemo(() => auditColumns(tell), [tell])

  const rows = entries.rows ?? []
  const openIndex = rows.findIndex(({ id }) => id === state.open)
  const openRow = rows[openIndex]
  const goTo = (index: number) => {
    const row = rows[index]
    return row && (() => change({ open: row.id }, { replace: true }))
  }
  const footer = integrity && <IntegrityLine integrity={integrity} />

  return (
    <>
      <AuditFilterBar state={state} onChange={change} members={members} today={today} />
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col" aria-busy={entries.stale || undefined}>
          {entries.error ? (
            <ErrorState {...readError(entries.error)} onRetry={entries.retry} />
          ) : !entries.rows ? (
            <SkeletonRows rows={14} columns={4} label="Loading the audit log" />
          ) : rows.length === 0 && !entries.stale ? (
            <>
              <NoEntries narrowed={isNarrowed(state)} onClear={() => change(noConditions)} />
              {footer && <TableFooter>{footer}</TableFooter>}
            </>
          ) : (
            <DataTable
              label="Audit log"
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              rowName={(row) => `${row.actorName} ${tellEntry(row, tell)}`}
              onOpen={(row) => change({ open: row.id })}
              openId={state.open}
              onClose={() => change({ open: null })}
              hasMore={entries.hasMore}
              onReachEnd={entries.loadMore}
              listKey={entries.listKey}
              footer={footer}
            />
          )}
        </div>
        {openRow && (
          <AuditPanel
            entry={openRow}
            tell={tell}
            onPrevious={goTo(openIndex - 1)}
            onNext={goTo(openIndex + 1)}
            onClose={() => change({ open: null })}
          />
        )}
      </div>
    </>
  )
}

function NoEntries({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  return narrowed ? (
    <EmptyState
      title="No entry matches"
      actions={
        <Button size="md" onClick={onClear}>
          Show all entries
        </Button>
      }
    >
      Nothing that was changed is like this.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing was changed yet">
      Whatever somebody changes stands here from then on, for good.
    </EmptyState>
  )
}
