import { Link } from 'react-router'
import type { Column } from '../../components/data-table/column.ts'
import { callsTo } from '../../lib/page-search.ts'

/** Where leads come from. */
export interface Source {
  id: string
  name: string
  aliases: readonly string[]
  trafficType: { id: string; name: string } | null
}

/** The columns of the sources. */
export const sourceColumns: readonly Column<Source>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, width: 220, tone: 'strong' },
  {
    id: 'aliases',
    header: 'Aliases',
    cell: ({ aliases }) => <span title={aliases.join(', ')}>{aliases.join(', ')}</span>,
    tone: 'quiet',
  },
  {
    id: 'trafficType',
    header: 'Traffic type',
    cell: ({ trafficType }) => trafficType?.name ?? <span className="text-fg-3">As the booking says</span>,
    width: 184,
    narrow: 'figure',
  },
  {
    id: 'calls',
    header: 'Calls',
    headerHidden: true,
    cell: ({ id }) => (
      <Link to={callsTo({ source: [id] })} className="rounded-xs quiet-link">
        Its calls
      </Link>
    ),
    width: 104,
    align: 'end',
    narrow: 'none',
  },
]
