import { Link } from 'react-router'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { callLooks, outcomeLooks } from '../../components/call-looks.ts'
import { Status } from '../../components/status.tsx'
import { callPath, paymentPath } from '../../lib/page-search.ts'
import { Money } from '../../components/figures.tsx'
import type { LeadRecord } from './lead-record.ts'

const line =
  '-mx-2 flex min-h-(--row) items-center gap-3 rounded-sm px-2 py-1 hover:bg-(--hover) pointer-coarse:min-h-(--control-touch)'

/** Every call with somebody, the latest first, each leading to its page. */
export function LeadCalls({ calls }: { calls: LeadRecord['events'] }) {
  return (
    <Section title="Calls" count={calls.length}>
      {calls.length === 0 ? (
        <p className="mt-1 text-fg-3">No call is booked with them.</p>
      ) : (
        <ul aria-label="Calls" className="mt-1">
          {calls.map((call) => (
            <li key={call.id}>
              <Link to={callPath(call.id)} className={line}>
                <span className="w-36 shrink-0">
                  {call.outcome === null ? (
                    <Status looks={callLooks} value={call.status} />
                  ) : (
                    <Status looks={outcomeLooks} value={call.outcome} />
                  )}
                </span>
                <span className="min-w-0 flex-1 truncate text-small text-fg-3">
                  {call.closer?.name ?? call.hostName ?? 'Nobody on the roster'}
                </span>
                <span className="text-small text-fg-2">
                  <DateTime at={call.scheduledAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Every payment of somebody that counts, the latest first, each leading to its page. */
export function LeadPayments({ payments }: { payments: LeadRecord['payments'] }) {
  return (
    <Section title="Money" count={payments.length}>
      {payments.length === 0 ? (
        <p className="mt-1 text-fg-3">They paid nothing yet.</p>
      ) : (
        <ul aria-label="Payments" className="mt-1">
          {payments.map((payment) => (
            <li key={payment.id}>
              <Link to={paymentPath(payment.id)} className={line}>
                <span className="w-36 shrink-0">
                  <Status looks={paymentLooks} value={payment.status} />
                </span>
                <span className="min-w-0 flex-1 truncate text-small text-fg-3">
                  <DateTime at={payment.paidAt} />
                  {payment.event === null && ', credited to no call'}
                </span>
                <span className="font-medium">
                  <Money value={payment.amount} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
