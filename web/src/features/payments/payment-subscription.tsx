import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentSubscription_PaymentFragment, SubscriptionState } from '../../apollo/generated/graphql.ts'
import { Day, Money } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { paymentLooks } from '../../components/payment-looks.ts'
import { Status } from '../../components/status.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { paymentPath } from '../../lib/page-search.ts'

const fragment = graphql(`
  fragment PaymentSubscription_payment on Payment {
    id
    subscription {
      reference
      state
      productName
      startedAt
      endedAt
      payments {
        id
        paidAt
        status
        amount {
          amount
          currency
        }
      }
    }
  }
`)

const stateWords: Readonly<Record<SubscriptionState, string>> = {
  TRIALING: 'On trial',
  ACTIVE: 'Active',
  PAST_DUE: 'A payment is open',
  PAUSED: 'Paused',
  CANCELING: 'Ends after what is paid',
  COMPLETED: 'All paid',
  ENDED: 'Ended',
}

/** The subscription or plan that a payment is of, with all of its payments. Nothing where it is of none, or alone and nothing is known. */
export function PaymentSubscription({ payment }: { payment: FragmentType<PaymentSubscription_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, from: payment })
  if (!complete || !data.subscription) return null
  const { state, productName, startedAt, endedAt, payments } = data.subscription
  if (state === null && payments.length < 2) return null
  return (
    <Section
      title="Subscription"
      count={payments.length}
      action={state && <span className="text-fg-2">{stateWords[state]}</span>}
    >
      {(productName ?? startedAt) && (
        <p className="mt-1 text-small text-fg-2">
          {productName && <span className="block">{productName}</span>}
          {startedAt && (
            <>
              Since <Day at={startedAt} />
              {endedAt && (
                <>
                  , until <Day at={endedAt} />
                </>
              )}
            </>
          )}
        </p>
      )}
      <ol className="mt-2">
        {payments.map((each, index) => (
          <li
            key={each.id}
            aria-current={each.id === data.id ? 'true' : undefined}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto_auto] items-baseline gap-x-3 py-1"
          >
            <span className="text-fg-3">{index + 1}</span>
            {each.id === data.id ? (
              <span className="font-medium">
                <Day at={each.paidAt} />, this one
              </span>
            ) : (
              <span>
                <TextLink quiet to={paymentPath(each.id)}>
                  <Day at={each.paidAt} />
                </TextLink>
              </span>
            )}
            <span className="text-small">
              {each.status !== 'SUCCEEDED' && <Status looks={paymentLooks} value={each.status} />}
            </span>
            <Money value={each.amount} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
