import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { overdueColumns } from '../../../features/overdue-forms/overdue-columns.tsx'
import { callPath } from '../../../lib/page-search.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useMay } from '../../../lib/viewer.ts'
import type { OverdueState } from './overdue-search.ts'

const listQuery = graphql(`
  query OverdueList($filter: EventFilter!, $first: Int!, $after: String) {
    events(first: $first, after: $after, filter: $filter, orderBy: { field: SCHEDULED_AT, direction: ASC }) {
      edges {
        node {
          ...OverdueCall_event @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Every call whose form is due, the oldest first, as the address narrows them. */
export function OverdueList({ state, onClear }: { state: OverdueState; onClear: () => void }) {
  const now = useNow()
  const mayFile = useMay('SUBMIT_FORMS')
  const filter = { overdue: true, search: state.q || null, closerIds: state.closer === null ? null : [state.closer] }
  const { rows, error, retry, stale, listKey, hasMore, loadMore } = usePages({
    query: listQuery,
    asked: { filter },
    pageOf: ({ events }) => events,
    noun: 'calls',
  })
  if (error) return <LoadError title="The calls did not load" error={error} onRetry={retry} />
  if (!rows) return <SkeletonRows rows={10} columns={4} label="Loading calls" />
  if (rows.length === 0) return <NothingDue narrowed={state.q !== '' || state.closer !== null} onClear={onClear} />
  return (
    <div className="flex min-h-80 flex-1 flex-col" aria-busy={stale || undefined}>
      <DataTable
        label="Overdue forms"
        columns={overdueColumns({ ofEveryone: true, mayFile, now })}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ leadName }) => leadName}
        rowTo={({ id }) => callPath(id)}
        listKey={listKey}
        hasMore={hasMore}
        onReachEnd={loadMore}
      />
    </div>
  )
}

function NothingDue({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  return narrowed ? (
    <EmptyState title="No form like that is due" actions={<Button onClick={onClear}>Show all</Button>}>
      Every call that matches has its form.
    </EmptyState>
  ) : (
    <EmptyState title="No form is due">Every call that is over has its form.</EmptyState>
  )
}
