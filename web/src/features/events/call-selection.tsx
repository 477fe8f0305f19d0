import { Button } from '../../components/button.tsx'
import { formatCount } from '../../lib/format-count.ts'

/** How many can be reassigned by one act. */
const mostAtOnce = 100

export interface CallSelectionProps {
  count: number
  onReassign: () => void
  onClear: () => void
}

/** Stands in the table's footer while calls are selected. */
export function CallSelection({ count, onReassign, onClear }: CallSelectionProps) {
  const tooMany = count > mostAtOnce
  return (
    <>
      <span className="font-medium text-fg" aria-live="polite">
        {count === 1 ? '1 call selected' : `${formatCount(count)} calls selected`}
      </span>
      <span className="flex items-center gap-2">
        <Button disabled={tooMany} onClick={onReassign}>
          Reassign
        </Button>
        <Button variant="quiet" onClick={onClear}>
          Clear selection
        </Button>
      </span>
      {tooMany && <span className="text-warn">At most {formatCount(mostAtOnce)} at once</span>}
    </>
  )
}
