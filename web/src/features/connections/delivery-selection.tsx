import { Button } from '../../components/button.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { BulkReplay } from './use-bulk-replay.ts'

/** How many can be replayed by one act. */
const mostAtOnce = 1000

export interface DeliverySelectionProps {
  selectedIds: ReadonlySet<string>
  bulk: BulkReplay
  onClear: () => void
}

const inWords = (count: number): string => (count === 1 ? '1 delivery' : `${formatCount(count)} deliveries`)

/** Stands in the table's footer while rows are selected: acts on all of them again. */
export function DeliverySelection({ selectedIds, bulk, onClear }: DeliverySelectionProps) {
  const ids = [...selectedIds]
  const tooMany = ids.length > mostAtOnce
  const run = async () => {
    if (await bulk.replay({ ids })) onClear()
  }
  return (
    <>
      <span className="font-medium text-fg" aria-live="polite">
        {inWords(ids.length)} selected
      </span>
      <span className="flex items-center gap-2">
        <Button busy={bulk.busy} disabled={tooMany} onClick={() => void run()}>
          Replay
        </Button>
        <Button variant="quiet" onClick={onClear}>
          Clear selection
        </Button>
      </span>
      {tooMany && <span className="text-warn">At most {formatCount(mostAtOnce)} at once</span>}
    </>
  )
}
