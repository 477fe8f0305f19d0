import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import type { CallMoney_EventFragment } from '../../apollo/generated/graphql.ts'
import { DateTime, Money, Unknown } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { Status } from '../../components/status.tsx'
import { paymentPath } from '../../lib/page-search.ts'
import { useViewer } from '../../lib/viewer.ts'
import { toldBy } from './payment-words.ts'
import { sumMoney } from './sum-money.ts'

export const callMoney = graphql(`
  fragment CallMoney_event on Event {
    id
    payments {
      id
      status
      origin
      provider
      paidAt
      amount {
        amount
        currency
      }
      net {
        amount
        currency
      }
      reportingNet {
        amount
        currency
      }
    }
  }
`)

type Payment = CallMoney_EventFragment['payments'][number]

/** The payments credited to a call, each leading to its page, and what is left of them together. */
export function CallMoney({ call }: { call: FragmentType<typeof callMoney> }) {
  const { organization } = useViewer()
  const { data, complete } = useFragment({ fragment: callMoney, from: call })
  if (!complete) return null
  return (
    <Section
      title="Money"
      action={data.payments.length > 0 && <Total payments={data.payments} currency={organization.currency} />}
    >
      {data.payments.length === 0 ? (
        <p className="mt-1 text-fg-3">No payment is credited to this call.</p>
      ) : (
        <ul aria-label="Payments" className="mt-1">
          {data.payments.map((payment) => (
            <li key={payment.id}>
              <PaymentLine payment={payment} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Total({ payments, currency }: { payments: readonly Payment[]; currency: string }) {
  const amounts = payments.flatMap(({ reportingNet }) => reportingNet ?? [])
  return (
    <span className="text-body">
      <span className="text-fg-3">Net </span>
      <span className="font-semibold">
        {amounts.length === payments.length ? (
          <Money value={sumMoney(amounts, currency)} />
        ) : (
          <Unknown reason="No exchange rate is known for one of its payments" />
        )}
      </span>
    </span>
  )
}

function PaymentLine({ payment }: { payment: Payment }) {
  return (
    <Link
      to={paymentPath(payment.id)}
      className="-mx-2 flex min-h-(--row) items-center gap-3 rounded-sm px-2 py-1 hover:bg-(--hover) pointer-coarse:min-h-(--control-touch)"
    >
      <Status looks={paymentLooks} value={payment.status} />
      <span className="min-w-0 flex-1 truncate text-small text-fg-3">
        <DateTime at={payment.paidAt} />, {toldBy(payment)}
      </span>
      <span className="font-medium">
        <Money value={payment.amount} />
      </span>
    </Link>
  )
}
