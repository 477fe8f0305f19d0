import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { formatDuration } from '../../lib/format-duration.ts'
import { callPath } from '../../lib/page-search.ts'
import type { OverdueCall } from './overdue-call.ts'

export interface OverdueColumnsInput {
  /** Whose calls they are goes without saying where they are the viewer's own. */
  ofEveryone: boolean
  /** Whether the viewer may file them. */
  mayFile: boolean
  now: Date
}

/** What is said of a call whose form is due, and the way to file it. */
export function overdueColumns({ ofEveryone, mayFile, now }: OverdueColumnsInput): Column<OverdueCall>[] {
  const closer: Column<OverdueCall> = {
    id: 'closer',
    header: 'Closer',
    width: 128,
    tone: 'quiet',
    drop: 1,
    narrow: 'detail',
    cell: (call) => call.closer?.name ?? call.hostName ?? 'Nobody',
  }
  return [
    { id: 'lead', header: 'Lead', tone: 'strong', narrow: 'title', cell: (call) => call.leadName },
    ...(ofEveryone ? [closer] : []),
    {
      id: 'when',
      header: 'Call',
      width: 140,
      tone: 'quiet',
      drop: 2,
      narrow: 'detail',
      cell: (call) => <DateTime at={call.scheduledAt} />,
    },
    {
      id: 'since',
      header: 'Waits for',
      width: 84,
      align: 'end',
      narrow: 'figure',
      cell: (call) => <Waiting since={call.scheduledAt} now={now} />,
    },
    {
      id: 'file',
      header: mayFile ? 'File the form' : 'Open the call',
      headerHidden: true,
      width: 96,
      align: 'end',
      narrow: 'none',
      cell: (call) => (
        <TextLink to={callPath(call.id)}>
          {mayFile ? 'File form' : 'Open'}
          <span className="sr-only">
            {mayFile ? ' of' : ' the call with'} {call.leadName}
          </span>
        </TextLink>
      ),
    },
  ]
}

/** How long ago the call was, in whole days or hours. */
export function Waiting({ since, now }: { since: string; now: Date }) {
  const seconds = Math.max(0, (now.getTime() - Date.parse(since)) / 1000)
  const unitSeconds = seconds >= 86_400 ? 86_400 : seconds >= 3600 ? 3600 : 60
  return (
    <span className="font-medium text-warn">{formatDuration(Math.floor(seconds / unitSeconds) * unitSeconds)}</span>
  )
}
