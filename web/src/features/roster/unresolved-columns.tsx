import type { NameKind } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { RelativeTime } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'

/** A name on bookings that matches nobody and nothing on the roster. */
export interface UnresolvedName {
  /** Its kind, and the name folded. */
  id: string
  kind: NameKind
  /** As the latest booking wrote it. */
  name: string
  /** Of a host who goes by their address, what they are called. */
  detail: string | null
  /** How many calls name it. */
  events: number
  lastBookedAt: string
}

/** The columns of the names that wait for a person. */
export const unresolvedColumns = (onResolve: (name: UnresolvedName) => void): readonly Column<UnresolvedName>[] => [
  {
    id: 'name',
    header: 'Name on bookings',
    cell: ({ name, detail }) => (detail ? `${detail}, ${name}` : name),
    tone: 'strong',
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ events }) => formatCount(events),
    width: 96,
    align: 'end',
  },
  {
    id: 'last',
    header: 'Last booked',
    cell: ({ lastBookedAt }) => <RelativeTime at={lastBookedAt} />,
    width: 176,
    align: 'end',
    tone: 'quiet',
    narrow: 'detail',
  },
  {
    id: 'act',
    header: 'Action',
    headerHidden: true,
    cell: (row) => (
      <Button aria-label={`Resolve ${row.name}`} onClick={() => onResolve(row)}>
        Resolve
      </Button>
    ),
    width: 128,
    align: 'end',
    narrow: 'none',
  },
]
