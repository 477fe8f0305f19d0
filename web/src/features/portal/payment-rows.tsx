import { Link } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import type { PortalPayment_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { DateTime, Money } from '../../components/figures.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { Status } from '../../components/status.tsx'

// Spread with `@unmask`.
graphql(`
  fragment PortalPayment_payment on Payment {
    id
    customerName
    paidAt
    status
    amount {
      amount
      currency
    }
    net {
      amount
      currency
    }
    event {
      id
      leadName
    }
  }
`)

/** Payments, each a line of two that opens its call. */
export function PaymentRows({ payments }: { payments: readonly PortalPayment_PaymentFragment[] }) {
  return (
    <ul className="mt-1 divide-y divide-line">
      {payments.map(({ id, customerName, paidAt, status, amount, net, event }) => {
        const body = (
          <>
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">
                {event?.leadName ?? customerName ?? 'Somebody unknown'}
              </span>
              <span className="flex flex-wrap gap-x-3 text-[14px] leading-5 text-fg-2">
                <DateTime at={paidAt} />
                {status !== 'SUCCEEDED' && <Status looks={paymentLooks} value={status} />}
              </span>
            </span>
            <span className="shrink-0 text-right">
              <span className="block font-semibold">
                <Money value={net} />
              </span>
              {net.amount !== amount.amount && (
                <span className="block text-[14px] leading-5 text-fg-3">
                  of <Money value={amount} />
                </span>
              )}
            </span>
          </>
        )
        const look = 'flex min-h-15 items-center gap-3 py-2'
        return (
          <li key={id}>
            {event ? (
              <Link to={`/calls/${event.id}`} className={`-mx-2 rounded-sm px-2 hover:bg-(--hover) ${look}`}>
                {body}
              </Link>
            ) : (
              <div className={look}>{body}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
