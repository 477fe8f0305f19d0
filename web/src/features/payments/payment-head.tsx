import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentHead_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { Money } from '../../components/figures.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { Status } from '../../components/status.tsx'
import { ReportingLine } from './reporting-line.tsx'
import { PaidAt } from './paid-at.tsx'
import { dealTypeWords, paymentTypeWords, toldBy } from './payment-words.ts'

const fragment = graphql(`
  fragment PaymentHead_payment on Payment {
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
    status
    paidAt
    origin
    provider
    description
    dealType
    paymentType
    package {
      id
      name
    }
    ...ReportingLine_payment
  }
`)

/** What was bought, as one line: the package, the processor's words, the kind of deal, how it is paid. Null where nothing is known. */
export function purchaseInWords({
  package: sold,
  description,
  dealType,
  paymentType,
}: Pick<PaymentHead_PaymentFragment, 'package' | 'description' | 'dealType' | 'paymentType'>): string | null {
  const parts = [
    sold?.name,
    description,
    dealType && dealTypeWords[dealType],
    paymentType && paymentTypeWords[paymentType],
  ]
  const known = parts.filter((part) => part !== undefined && part !== null && part !== '')
  return known.length > 0 ? known.join(', ') : null
}

/** The amount, what it was for, and when, by whom and how much of it is left: the first thing to see of a payment. */
export function PaymentHead({ payment }: { payment: FragmentType<PaymentHead_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, fragmentName: 'PaymentHead_payment', from: payment })
  if (!complete) return null
  const purchase = purchaseInWords(data)
  return (
    <div className="@container">
      <div className="flex items-start justify-between gap-4 px-4 pt-5 pb-4 md:px-6 @lg:pt-6 @lg:pb-5">
        <div className="min-w-0">
          <p className="text-display font-semibold tracking-[-0.025em] proportional-nums">
            <Money value={data.amount} />
          </p>
          <ReportingLine payment={data} />
          {purchase && <p className="text-fg-2">{purchase}</p>}
        </div>
        <span className="pt-1.5 font-medium">
          <Status looks={paymentLooks} value={data.status} />
        </span>
      </div>
      <dl className="grid grid-cols-2 border-t border-line @lg:grid-cols-[1.3fr_1fr_.9fr_.9fr]">
        <HeadFact term="Paid">
          <PaidAt payment={data} />
        </HeadFact>
        <HeadFact term="By">{toldBy(data)}</HeadFact>
        {Number(data.disputed.amount) !== 0 ? (
          <HeadFact term="Held, in dispute">
            <Money value={data.disputed} />
          </HeadFact>
        ) : Number(data.lost.amount) !== 0 && Number(data.refunded.amount) === 0 ? (
          <HeadFact term="Lost in a dispute">
            <Money value={data.lost} />
          </HeadFact>
        ) : (
          <HeadFact term="Refunded">
            <Money value={data.refunded} />
          </HeadFact>
        )}
        <HeadFact term="Net">
          <Money value={data.net} />
        </HeadFact>
      </dl>
    </div>
  )
}

function HeadFact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="border-line px-4 py-2.5 not-nth-[-n+2]:border-t even:border-l md:px-6 @lg:border-t-0! @lg:not-first:border-l">
      <dt className="text-small text-fg-3">{term}</dt>
      <dd className="mt-0.5 font-medium">{children}</dd>
    </div>
  )
}
