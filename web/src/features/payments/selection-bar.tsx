import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { paymentsInWords, useDeletion } from './use-deletion.ts'

const DeleteDialog = onDemand(async () => (await import('./delete-dialog.tsx')).DeleteDialog)

/** How many payments can be deleted or restored at once. */
const mostAtOnce = 500

export interface SelectionBarProps {
  selectedIds: ReadonlySet<string>
  /** Whether what is selected is deleted: then it can be restored, else deleted. */
  deleted: boolean
  onClear: () => void
  /** They were deleted or restored. */
  onChanged: () => void
}

/** Stands in the table's footer while rows are selected: what can be done to all of them. */
export function SelectionBar({ selectedIds, deleted, onClear, onChanged }: SelectionBarProps) {
  const [asking, setAsking] = useState(false)
  const done = () => {
    onClear()
    onChanged()
  }
  const { busy, restorePayments } = useDeletion(done)
  const ids = [...selectedIds]
  const tooMany = ids.length > mostAtOnce
  return (
    <>
      <span className="font-medium text-fg" aria-live="polite">
        {paymentsInWords(ids.length)} selected
      </span>
      <span className="flex items-center gap-2">
        {deleted ? (
          <Button busy={busy} disabled={tooMany} onClick={() => restorePayments(ids)}>
            Restore
          </Button>
        ) : (
          <Button disabled={tooMany} onClick={() => setAsking(true)}>
            Delete
          </Button>
        )}
        <Button variant="quiet" onClick={onClear}>
          Clear selection
        </Button>
      </span>
      {tooMany && <span className="text-warn">At most {mostAtOnce} at once</span>}
      {asking && <DeleteDialog ids={ids} onDeleted={done} onClose={() => setAsking(false)} />}
    </>
  )
}
