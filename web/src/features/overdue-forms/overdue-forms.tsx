import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatDuration } from '../../lib/format-duration.ts'
import { callPath, callsTo } from '../../lib/page-search.ts'
import { useNow } from '../../lib/use-now.ts'
import type { OverdueCall } from './overdue-call.ts'

export interface OverdueFormsProps {
  /** The longest overdue. */
  calls: readonly OverdueCall[]
  /** How many there are in all. */
  count: number
  /** Whose calls they are goes without saying where they are the viewer's own. */
  ofEveryone: boolean
  /** Whether the viewer may file them. */
  mayFile: boolean
}

/** Calls that are over and lack their form, whenever they were, each with the way to file it. */
export function OverdueForms({ calls, count, ofEveryone, mayFile }: OverdueFormsProps) {
  const now = useNow()
  const all = callsTo({ overdue: true, sort: 'SCHEDULED_AT' })
  if (count === 0) {
    return (
      <Section title="Overdue forms">
        <p className="mt-2 text-fg-2">Every call that is over has its form.</p>
      </Section>
    )
  }
  const columns: Column<OverdueCall>[] = [
    { id: 'lead', header: 'Lead', tone: 'strong', cell: (call) => call.leadName },
    {
      id: 'when',
      header: 'Call',
      width: 140,
      tone: 'quiet',
      drop: 2,
      cell: (call) => <DateTime at={call.scheduledAt} />,
    },
    {
      id: 'since',
      header: 'Waits for',
      width: 84,
      align: 'end',
      cell: (call) => <Waiting since={call.scheduledAt} now={now} />,
    },
  ]
  if (ofEveryone) {
    columns.splice(1, 0, {
      id: 'closer',
      header: 'Closer',
      width: 128,
      tone: 'quiet',
      drop: 1,
      cell: (call) => call.closer?.name ?? call.hostName ?? 'Nobody',
    })
  }
  columns.push({
    id: 'file',
    header: mayFile ? 'File the form' : 'Open the call',
    headerHidden: true,
    width: 76,
    align: 'end',
    cell: (call) => (
      <TextLink to={callPath(call.id)}>
        {mayFile ? 'File form' : 'Open'}
        <span className="sr-only">
          {mayFile ? ' of' : ' the call with'} {call.leadName}
        </span>
      </TextLink>
    ),
  })
  return (
    <Section
      title="Overdue forms"
      count={count}
      action={<TextLink to={all}>{count > calls.length ? `All ${formatCount(count)}` : 'In calls'}</TextLink>}
    >
      <CompactTable label="Overdue forms" columns={columns} rows={calls} rowId={({ id }) => id} />
    </Section>
  )
}

/** How long ago the call was, in whole days or hours. */
function Waiting({ since, now }: { since: string; now: Date }) {
  const seconds = Math.max(0, (now.getTime() - Date.parse(since)) / 1000)
  const unitSeconds = seconds >= 86_400 ? 86_400 : seconds >= 3600 ? 3600 : 60
  return (
    <span className="font-medium text-warn">{formatDuration(Math.floor(seconds / unitSeconds) * unitSeconds)}</span>
  )
}
