import { Button } from '../../components/button.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import { deliveryLooks } from '../../components/delivery-looks.ts'
import { Status } from '../../components/status.tsx'
import { classNames } from '../../lib/class-names.ts'
import { formatCount } from '../../lib/format-count.ts'
import type { DeliveryRow } from './delivery-row.ts'
import { providerWords } from './provider-words.ts'
import type { Replay } from './use-replay.ts'

/** States in which acting on it again is what a person most likely wants. */
const worthReplaying: ReadonlySet<DeliveryRow['state']> = new Set(['PARKED', 'FAILED'])

/** Whether its row has something to offer, or to explain why it has not. */
const isActionable = (row: DeliveryRow): boolean => worthReplaying.has(row.state) || !row.hasBody

export interface DeliveryColumnsInput {
  /** Those that are listed: what none of them needs is left out. */
  rows: readonly DeliveryRow[]
  /** Off where the rows are one connection's anyway. */
  showsConnection: boolean
  replay: Replay
}

/** The columns of the deliveries: when, what, what became of it and why, how it was answered. */
export const deliveryColumns = ({
  rows,
  showsConnection,
  replay: { replay, busyIds },
}: DeliveryColumnsInput): readonly Column<DeliveryRow>[] => [
  {
    id: 'received',
    header: 'Received',
    cell: (row) => <DateTime at={row.receivedAt} />,
    width: 160,
    tone: 'quiet',
    narrow: 'figure',
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: (row) => (
      <span title={row.kind} className="font-mono text-small">
        {row.kind}
      </span>
    ),
    width: 204,
    narrow: 'title',
  },
  ...(showsConnection
    ? [
        {
          id: 'connection',
          header: 'Connection',
          cell: (row: DeliveryRow) => `${providerWords[row.connection.provider].name} ${row.connection.name}`,
          width: 156,
          tone: 'quiet',
          drop: 2,
          narrow: 'none',
        } as const,
      ]
    : []),
  {
    id: 'state',
    header: 'Result',
    cell: (row) => <Status looks={deliveryLooks} value={row.state} />,
    width: 160,
    narrow: 'detail',
  },
  {
    id: 'what',
    header: 'What happened',
    cell: (row) => (
      <span
        title={row.error ?? row.result ?? undefined}
        className={classNames('max-md:block max-md:max-w-60 max-md:truncate', !row.error && 'text-fg-2')}
      >
        {row.error ?? row.result}
      </span>
    ),
    narrow: 'detail',
  },
  {
    id: 'answer',
    header: 'Answer',
    cell: (row) => row.answer,
    width: 68,
    align: 'end',
    tone: 'quiet',
    drop: 1,
    narrow: 'none',
  },
  {
    id: 'tries',
    header: 'Tries',
    cell: (row) => formatCount(row.attempts),
    width: 56,
    align: 'end',
    tone: 'quiet',
    drop: 0,
    narrow: 'none',
  },
  ...(rows.some((row) => isActionable(row) || busyIds.has(row.id))
    ? [
        {
          id: 'act',
          header: 'Action',
          headerHidden: true,
          cell: (row: DeliveryRow) => <Action row={row} busy={busyIds.has(row.id)} onReplay={() => void replay(row)} />,
          width: 132,
          align: 'end',
          drop: 3,
          narrow: 'none',
        } as const,
      ]
    : []),
]

function Action({ row, busy, onReplay }: { row: DeliveryRow; busy: boolean; onReplay: () => void }) {
  if (busy || worthReplaying.has(row.state)) {
    return (
      <Button busy={busy} aria-label={`Replay ${row.kind} of ${row.connection.name}`} onClick={onReplay}>
        Replay
      </Button>
    )
  }
  return row.hasBody ? null : <span className="text-fg-3">Body not kept</span>
}
