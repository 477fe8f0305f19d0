import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import type { AuditRow } from './audit-row.ts'
import { tellEntry, type TellInstant } from './audit-words.ts'

/** The columns of the log: when, who, what in words, and from where. */
export const auditColumns = (tell: TellInstant): readonly Column<AuditRow>[] => [
  { id: 'at', header: 'When', cell: (row) => <DateTime at={row.at} />, width: 172, tone: 'quiet', narrow: 'figure' },
  {
    id: 'who',
    header: 'Who',
    cell: (row) => <span title={row.actor}>{row.actorName}</span>,
    width: 188,
    tone: 'strong',
    narrow: 'title',
  },
  {
    id: 'what',
    header: 'What',
    cell: (row) => {
      const words = tellEntry(row, tell)
      return (
        <span title={words} className="max-md:block max-md:max-w-80 max-md:truncate">
          {words}
        </span>
      )
    },
    narrow: 'detail',
  },
  {
    id: 'from',
    header: 'From',
    cell: (row) => (row.address === '' ? null : <span className="font-mono text-small">{row.address}</span>),
    width: 148,
    tone: 'quiet',
    drop: 1,
    narrow: 'none',
  },
]
