import { LoadError } from '../../../apollo/load-error.tsx'
import { MoreRows } from '../../../components/more-rows.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { PairRow, type ReconciliationRow } from '../../../features/reconciliation/pair-row.tsx'
import { ReconciliationEmpty } from './reconciliation-empty.tsx'
import { useDiffering, useUnmatched, type ReconciliationState } from './use-reconciliation.ts'

export interface ReconciliationListProps {
  state: ReconciliationState
  onChanged: () => void
}

/** Reports or payments that wait, each beside what it may be. */
export function UnmatchedList({ state, onChanged }: ReconciliationListProps) {
  const pages = useUnmatched(state, state.list === 'processor' ? 'PROCESSOR' : 'FORM')
  return (
    <List
      state={state}
      pages={pages}
      onChanged={onChanged}
      pairs={pages.rows?.map((row) => ({ row, otherId: undefined }))}
    />
  )
}

/** Reports beside payments of another amount. */
export function DifferingList({ state, onChanged }: ReconciliationListProps) {
  const pages = useDiffering(state)
  return (
    <List
      state={state}
      pages={pages}
      onChanged={onChanged}
      pairs={pages.rows?.map(({ report, payment }) => ({ row: report, otherId: payment.id }))}
    />
  )
}

interface ListProps extends ReconciliationListProps {
  pages: Pick<ReturnType<typeof useUnmatched>, 'error' | 'retry' | 'stale' | 'hasMore' | 'loadMore' | 'reload'>
  pairs: readonly { row: ReconciliationRow; otherId: string | undefined }[] | undefined
}

const headings = {
  reported: ['Reported by a closer', 'May be this payment'],
  processor: ['Told by a processor', 'May be this report'],
  differing: ['Reported by a closer', 'Came in'],
} as const

function List({ state, pages, pairs, onChanged }: ListProps) {
  if (pages.error) return <LoadError title="The list did not load" error={pages.error} onRetry={pages.retry} />
  if (!pairs) return <SkeletonRows rows={10} columns={3} label="Loading the list" />
  if (pairs.length === 0) return <ReconciliationEmpty list={state.list} narrowed={state.paid !== null} />
  const [ours, theirs] = headings[state.list]
  const changed = () => {
    void pages.reload()
    onChanged()
  }
  return (
    <div aria-busy={pages.stale || undefined}>
      <div
        aria-hidden
        className="grid gap-x-8 border-b border-line px-4 py-1.5 text-small text-fg-3 max-md:hidden md:grid-cols-2 md:px-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_27rem]"
      >
        <span>{ours}</span>
        <span>{theirs}</span>
      </div>
      <ul aria-label={ours}>
        {pairs.map(({ row, otherId }) => (
          <PairRow key={row.id} row={row} otherId={otherId} onChanged={changed} />
        ))}
      </ul>
      {pages.hasMore && (
        <div className="px-4 pb-4 md:px-6">
          <MoreRows onMore={pages.loadMore} />
        </div>
      )}
    </div>
  )
}
