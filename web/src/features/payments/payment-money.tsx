import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentMoney_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { DateTime, Money } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { useMay } from '../../lib/viewer.ts'
import { disputeWords, isUnderWay } from './dispute-words.ts'
import { inWords, refundLines, type RefundLine } from './refund-lines.ts'
import { TakeBackRefund } from './take-back-refund.tsx'

const fragment = graphql(`
  fragment PaymentMoney_payment on Payment {
    id
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
    disputed {
      amount
      currency
    }
    net {
      amount
      currency
    }
    origin
    deletion {
      id
    }
    disputes {
      id
      state
      amount {
        amount
        currency
      }
      reason
      openedAt
      dueBy
      reportedAt
    }
    reportingNet {
      amount
      currency
    }
    refunds {
      id
      amount {
        amount
        currency
      }
      madeAt
      reason
      report
      reference
      enteredBy
      counted
    }
  }
`)

const kindWords: Readonly<Record<RefundLine['kind'], string>> = {
  refund: 'Refund',
  failed: 'Refund failed, the money stays',
  total: 'Refunded in all',
}

export interface PaymentMoneyProps {
  payment: FragmentType<PaymentMoney_PaymentFragment>
  /** What the organization reports in. */
  reportingCurrency: string
}

const termOf = ({ kind, enteredBy }: RefundLine): string =>
  kind === 'failed' && enteredBy !== null ? 'Refund taken back, the money stays' : kindWords[kind]

/** A payment's ledger: what came in, each refund and dispute, what is left and held, and that in the organization's currency. */
export function PaymentMoney({ payment, reportingCurrency }: PaymentMoneyProps) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const mayWrite = useMay('WRITE_PAYMENTS')
  if (!complete) return null
  const lines = refundLines(data.refunds)
  const untold = lines.length === 0 && Number(data.refunded.amount) !== 0
  const lostUntold = data.disputes.length === 0 && Number(data.lost.amount) !== 0
  return (
    <Section title="Money">
      <dl className="mt-2">
        <Line term="Collected">
          <Money value={data.amount} />
        </Line>
        {lines.map((line) => (
          <Line
            key={line.id}
            term={termOf(line)}
            note={
              <>
                <DateTime at={line.madeAt} />
                {line.reason && `, ${line.reason.charAt(0).toLowerCase()}${line.reason.slice(1)}`}
                {line.enteredBy !== null && `, entered by ${line.enteredBy}`}
                {!line.counted && (
                  <span className="block text-warn">
                    Not counted: it is in {line.amount.currency}, the payment in {data.amount.currency}
                  </span>
                )}
                {line.enteredBy !== null && line.kind === 'refund' && mayWrite && data.deletion === null && (
                  <TakeBackRefund refundId={line.id} />
                )}
              </>
            }
          >
            {line.kind === 'failed' || !line.counted ? (
              <span className="text-fg-3 line-through">
                <Money value={line.amount} />
              </span>
            ) : (
              <Taken value={line.amount} />
            )}
          </Line>
        ))}
        {untold && (
          <Line term="Refunded">
            <Taken value={data.refunded} />
          </Line>
        )}
        {data.disputes.map((dispute) => (
          <Line
            key={dispute.id}
            term={disputeWords[dispute.state]}
            note={
              <>
                <DateTime at={dispute.openedAt} />
                {dispute.reason && `, ${inWords(dispute.reason).toLowerCase()}`}
                {isUnderWay(dispute.state) && dispute.dueBy && (
                  <span className="block text-warn">
                    Answer it by <DateTime at={dispute.dueBy} />
                  </span>
                )}
              </>
            }
          >
            {dispute.state === 'LOST' ? (
              <Taken value={dispute.amount} />
            ) : dispute.state === 'OPEN' ? (
              <span className="text-fg-3">
                <Money value={dispute.amount} />
              </span>
            ) : (
              <span className="text-fg-3 line-through">
                <Money value={dispute.amount} />
              </span>
            )}
          </Line>
        ))}
        {lostUntold && (
          <Line term="Lost in disputes">
            <Taken value={data.lost} />
          </Line>
        )}
        <Line term="Net" strong>
          <Money value={data.net} />
        </Line>
        {Number(data.disputed.amount) !== 0 && (
          <Line term="Held of it" note="Until the dispute is decided">
            <Money value={data.disputed} />
          </Line>
        )}
        {data.net.currency !== reportingCurrency && (
          <Line
            term={`Net in ${reportingCurrency}`}
            note={data.reportingNet ? undefined : 'No rate is known for its day'}
          >
            <Money value={data.reportingNet ?? null} reason="No rate is known for its day" />
          </Line>
        )}
      </dl>
    </Section>
  )
}

/** What was given back, as a subtraction. */
const Taken = ({ value }: { value: { amount: string; currency: string } }) => (
  <Money value={{ ...value, amount: `-${value.amount}` }} />
)

function Line({
  term,
  note,
  strong = false,
  children,
}: {
  term: string
  note?: ReactNode
  strong?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 py-1 ${strong ? 'mt-1 border-t border-line pt-2 font-semibold' : ''}`}
    >
      <dt className={strong ? '' : 'text-fg-2'}>
        {term}
        {note && <span className="block text-small font-normal text-fg-3">{note}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
