import { graphql } from '../../apollo/generated/index.ts'
import type { LeadRow_LeadFragment } from '../../apollo/generated/graphql.ts'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime, Money } from '../../components/figures.tsx'

graphql(`
  fragment LeadRow_lead on Lead {
    id
    fullName
    email
    phone
    createdAt
    source {
      id
      name
    }
    currentSetter {
      id
      name
    }
    events {
      id
    }
    netCash {
      amount
      currency
    }
  }
`)

/** A row of the leads table. */
export type LeadRow = LeadRow_LeadFragment

const None = () => <span className="text-fg-3">None</span>

/** The table's columns; ids of those that sort are the API's. */
export const leadColumns: readonly Column<LeadRow>[] = [
  { id: 'NAME', header: 'Name', tone: 'strong', sortable: true, narrow: 'title', cell: (row) => row.fullName },
  {
    id: 'email',
    header: 'Email',
    width: 232,
    tone: 'quiet',
    drop: 4,
    narrow: 'detail',
    cell: (row) => row.email ?? row.phone ?? <None />,
  },
  { id: 'phone', header: 'Phone', width: 136, tone: 'quiet', drop: 1, narrow: 'none', cell: (row) => row.phone },
  {
    id: 'calls',
    header: 'Calls',
    width: 64,
    align: 'end',
    drop: 5,
    narrow: 'none',
    cell: (row) => (row.events.length === 0 ? <span className="text-fg-3">0</span> : row.events.length),
  },
  {
    id: 'net',
    header: 'Net paid',
    width: 112,
    align: 'end',
    narrow: 'figure',
    cell: (row) =>
      row.netCash && Number(row.netCash.amount) === 0 ? (
        <span className="text-fg-3">
          <Money value={row.netCash} />
        </span>
      ) : (
        <Money value={row.netCash} reason="No exchange rate is known for one of their payments" />
      ),
  },
  {
    id: 'source',
    header: 'Source',
    width: 116,
    drop: 3,
    narrow: 'none',
    cell: (row) => row.source?.name ?? <None />,
  },
  {
    id: 'setter',
    header: 'Setter',
    width: 128,
    drop: 2,
    narrow: 'none',
    cell: (row) => row.currentSetter?.name ?? <None />,
  },
  {
    id: 'CREATED_AT',
    header: 'Known since',
    width: 152,
    tone: 'quiet',
    sortable: true,
    narrow: 'detail',
    cell: (row) => <DateTime at={row.createdAt} />,
  },
]
