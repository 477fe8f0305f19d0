import { LoadError } from '../../../apollo/load-error.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { DuplicateList } from '../../../features/leads/duplicate-list.tsx'
import { useMerge } from '../../../features/leads/use-merge.tsx'
import type { Duplicates } from '../../../features/leads/use-duplicates.ts'

/** Leads who may be one person: to merge, or to say that they are two. */
export function DuplicatesTab({ duplicates, onMerged }: { duplicates: Duplicates; onMerged: () => void }) {
  const { pairs, error, reload, keepApart } = duplicates
  const merging = useMerge(() => {
    reload()
    onMerged()
  })
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {pairs ? (
        pairs.length === 0 ? (
          <EmptyState title="Nobody looks like two">
            Leads with one phone number, with addresses of one mailbox, or of one name at one company show here.
          </EmptyState>
        ) : (
          <DuplicateList
            pairs={pairs}
            onMerge={({ one, other }) => void merging.begin(one.id, other.id)}
            onKeepApart={(pair) => void keepApart(pair)}
          />
        )
      ) : error ? (
        <LoadError title="The likely duplicates did not load" error={error} onRetry={reload} />
      ) : (
        <SkeletonRows rows={8} columns={3} label="Looking for duplicates" />
      )}
      {merging.dialogs}
    </div>
  )
}
