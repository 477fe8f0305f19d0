import { CircleDashed, Lock } from 'lucide-react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentRow_PaymentFragment } from '../../apollo/generated/graphql.ts'
import type { Column } from '../../components/data-table/column.ts'
import { Money, Unknown } from '../../components/figures.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { Status, StatusLabel } from '../../components/status.tsx'
import { PaidAt } from './paid-at.tsx'
import { customerOf, methodSentences, methodWords, toldBy } from './payment-words.ts'

graphql(`
  fragment PaymentRow_payment on Payment {
    id
    paidAt
    customerName
    customerEmail
    lead {
      id
      fullName
    }
    amount {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    lost {
      amount
      currency
    }
    net {
      amount
      currency
    }
    status
    origin
    provider
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    source {
      id
      name
    }
    confidence
    attribution {
      method
      locked
    }
  }
`)

/** A row of the payments table. */
export type PaymentRow = PaymentRow_PaymentFragment

interface CreditedProps {
  name: string | undefined
  payment: PaymentRow
  /** Said where the decision credits none. */
  none?: string
}

/** Whom or what a payment is credited to; a dash where nobody can say yet. */
function Credited({ name, payment, none = 'Nobody' }: CreditedProps) {
  if (name !== undefined) return <>{name}</>
  if (payment.attribution.method === 'NONE') return <Unknown reason="Not credited" />
  return <span className="text-fg-3">{none}</span>
}

function How({ payment: { attribution, confidence } }: { payment: PaymentRow }) {
  const word = methodWords[attribution.method]
  const sentence = methodSentences[attribution.method]
  if (attribution.method === 'NONE') {
    return (
      <span title={sentence} className="text-warn">
        <StatusLabel icon={CircleDashed} tone="warn">
          {word}
        </StatusLabel>
      </span>
    )
  }
  return (
    <span title={attribution.locked ? `${sentence} Locked against automation.` : sentence}>
      {attribution.locked ? (
        <StatusLabel icon={Lock} tone="accent">
          {word}
        </StatusLabel>
      ) : (
        word
      )}
      {confidence === 'LOW' && <span className="text-warn"> · low</span>}
      {confidence === 'MEDIUM' && <span className="text-fg-3"> · medium</span>}
    </span>
  )
}

/** What was refunded of a payment, and what a lost dispute took of it. */
function GivenBack({ payment: { refunded, lost } }: { payment: PaymentRow }) {
  const [wasRefunded, wasLost] = [Number(refunded.amount) !== 0, Number(lost.amount) !== 0]
  return (
    <>
      {wasRefunded && <Money value={refunded} />}
      {wasRefunded && wasLost && ' + '}
      {wasLost && (
        <span title="Lost in a dispute" className="text-bad">
          <Money value={lost} />
        </span>
      )}
    </>
  )
}

/** The table's columns; ids of those that sort are the API's. */
export const paymentColumns: readonly Column<PaymentRow>[] = [
  {
    id: 'PAID_AT',
    header: 'When',
    width: 152,
    tone: 'quiet',
    sortable: true,
    narrow: 'detail',
    cell: (row) => <PaidAt payment={row} />,
  },
  { id: 'customer', header: 'Customer', tone: 'strong', narrow: 'title', cell: (row) => customerOf(row) },
  {
    id: 'AMOUNT',
    header: 'Amount',
    width: 102,
    align: 'end',
    sortable: true,
    narrow: 'figure',
    cell: (row) => <Money value={row.amount} />,
  },
  {
    id: 'refunded',
    header: 'Given back',
    width: 100,
    align: 'end',
    tone: 'quiet',
    drop: 3,
    narrow: 'none',
    cell: (row) => <GivenBack payment={row} />,
  },
  {
    id: 'net',
    header: 'Net',
    width: 102,
    align: 'end',
    drop: 6,
    narrow: 'none',
    cell: (row) => <Money value={row.net} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: 138,
    narrow: 'detail',
    cell: (row) => <Status looks={paymentLooks} value={row.status} />,
  },
  {
    id: 'closer',
    header: 'Closer',
    width: 126,
    drop: 7,
    narrow: 'detail',
    cell: (row) => <Credited name={row.closer?.name} payment={row} />,
  },
  {
    id: 'setter',
    header: 'Setter',
    width: 110,
    drop: 4,
    narrow: 'none',
    cell: (row) => <Credited name={row.setter?.name} payment={row} />,
  },
  {
    id: 'source',
    header: 'Source',
    width: 96,
    drop: 2,
    narrow: 'none',
    cell: (row) => <Credited name={row.source?.name} payment={row} none="None" />,
  },
  { id: 'how', header: 'How', width: 118, drop: 5, narrow: 'none', cell: (row) => <How payment={row} /> },
  { id: 'processor', header: 'By', width: 84, tone: 'quiet', drop: 1, narrow: 'none', cell: (row) => toldBy(row) },
]
