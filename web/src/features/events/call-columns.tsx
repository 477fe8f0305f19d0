import { graphql } from '../../apollo/generated/index.ts'
import type { CallRow_EventFragment } from '../../apollo/generated/graphql.ts'
import { CallState } from '../../components/call-state.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime, Money, Unknown } from '../../components/figures.tsx'
import { sumMoney } from './sum-money.ts'

// A row of the calls table; operations spread it by its name.
graphql(`
  fragment CallRow_event on Event {
    id
    leadName
    scheduledAt
    bookedAt
    status
    outcome
    overdue
    hostName
    closer {
      id
      name
    }
    setterName
    setter {
      id
      name
    }
    sourceName
    source {
      id
      name
    }
    callType {
      id
      name
    }
    payments {
      id
      reportingNet {
        amount
        currency
      }
    }
  }
`)

/** A row of the calls table. */
export type CallRow = CallRow_EventFragment

/** Somebody or something by name; a name that the roster does not know is quiet, and nobody is said to be nobody. */
function Named({ known, told }: { known: { name: string } | null; told: string | null }) {
  if (known) return <>{known.name}</>
  if (told) {
    return (
      <span className="text-fg-3" title="As the booking names it; nobody on the roster goes by it">
        {told}
      </span>
    )
  }
  return <span className="text-fg-3">None</span>
}

/** What is left of the payments credited to a call, in the organization's currency; nothing where there are none. */
function Cash({ payments, currency }: { payments: CallRow['payments']; currency: string }) {
  if (payments.length === 0) return null
  const amounts = payments.flatMap(({ reportingNet }) => reportingNet ?? [])
  if (amounts.length < payments.length) return <Unknown reason="No exchange rate is known for one of its payments" />
  return <Money value={sumMoney(amounts, currency)} />
}

/** The table's columns; ids of those that sort are the API's. `currency` is the organization's. */
export const callColumns = (currency: string): readonly Column<CallRow>[] => [
  { id: 'LEAD_NAME', header: 'Lead', tone: 'strong', sortable: true, narrow: 'title', cell: (row) => row.leadName },
  {
    id: 'SCHEDULED_AT',
    header: 'Scheduled',
    width: 140,
    tone: 'quiet',
    sortable: true,
    narrow: 'detail',
    cell: (row) => <DateTime at={row.scheduledAt} />,
  },
  {
    id: 'closer',
    header: 'Closer',
    width: 116,
    drop: 6,
    narrow: 'detail',
    cell: (row) => <Named known={row.closer} told={row.hostName} />,
  },
  {
    id: 'setter',
    header: 'Setter',
    width: 112,
    drop: 5,
    narrow: 'none',
    cell: (row) => <Named known={row.setter} told={row.setterName} />,
  },
  {
    id: 'source',
    header: 'Source',
    width: 104,
    drop: 3,
    narrow: 'none',
    cell: (row) => <Named known={row.source} told={row.sourceName} />,
  },
  {
    id: 'callType',
    header: 'Call type',
    width: 124,
    tone: 'quiet',
    drop: 2,
    narrow: 'none',
    cell: (row) => row.callType?.name,
  },
  {
    id: 'BOOKED_AT',
    header: 'Booked',
    width: 148,
    tone: 'quiet',
    sortable: true,
    drop: 1,
    narrow: 'none',
    cell: (row) => <DateTime at={row.bookedAt} />,
  },
  { id: 'state', header: 'Outcome', width: 132, narrow: 'figure', cell: (row) => <CallState call={row} /> },
  {
    id: 'cash',
    header: 'Cash',
    width: 100,
    align: 'end',
    narrow: 'figure',
    cell: (row) => <Cash payments={row.payments} currency={currency} />,
  },
]
