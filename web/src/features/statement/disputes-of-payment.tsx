import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { DisputesOf_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { Section } from '../../components/section.tsx'
import { DisputedCreditRow } from './disputed-credit-row.tsx'

const fragment = graphql(`
  fragment DisputesOf_payment on Payment {
    id
    creditDisputes {
      ...DisputedCredit_dispute @unmask
    }
  }
`)

/** What closers and setters say of a payment's credit; nothing where nobody disputes it. */
export function DisputesOfPayment({ payment }: { payment: FragmentType<DisputesOf_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, fragmentName: 'DisputesOf_payment', from: payment })
  if (!complete || data.creditDisputes.length === 0) return null
  return (
    <Section title="Disputed credit" count={data.creditDisputes.length}>
      <ul className="mt-1 -mb-2 divide-y divide-line">
        {data.creditDisputes.map((dispute) => (
          <DisputedCreditRow key={dispute.id} dispute={dispute} onPayment />
        ))}
      </ul>
    </Section>
  )
}
