import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentCustomer_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { CopyButton } from '../../components/error-state.tsx'
import { Unknown } from '../../components/figures.tsx'
import { Facts, Section, type Fact } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { leadPath } from '../../lib/page-search.ts'
import { entryMethodWords } from './entry-values.ts'
import { dealTypeWords, paymentTypeWords, toldBy } from './payment-words.ts'

const fragment = graphql(`
  fragment PaymentCustomer_payment on Payment {
    id
    customerName
    customerEmail
    customerPhone
    provider
    providerPaymentId
    origin
    description
    dealType
    paymentType
    offPlatformMethod
    note
    enteredBy
    lead {
      id
      fullName
      email
    }
  }
`)

/** Who paid and what for, as the processor has it. */
export function PaymentCustomer({ payment }: { payment: FragmentType<PaymentCustomer_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, from: payment })
  if (!complete) return null
  const { lead } = data
  const facts: Fact[] = [
    { term: 'Name', value: data.customerName ?? <Unknown reason="No name is known" /> },
    { term: 'Email', value: data.customerEmail ?? <Unknown reason="No email is known" /> },
    { term: 'Phone', value: data.customerPhone ?? <Unknown reason="No phone is known" /> },
    {
      term: 'Lead',
      value: lead ? (
        <TextLink quiet to={leadPath(lead.id)}>
          {lead.fullName}
        </TextLink>
      ) : (
        <Unknown reason="No lead is known for this customer" />
      ),
    },
    ...(data.description ? [{ term: 'For', value: data.description }] : []),
    ...(data.dealType ? [{ term: 'Deal', value: dealTypeWords[data.dealType] }] : []),
    ...(data.paymentType ? [{ term: 'Paid as', value: paymentTypeWords[data.paymentType] }] : []),
    ...(data.offPlatformMethod ? [{ term: 'Came by', value: entryMethodWords[data.offPlatformMethod] }] : []),
    ...(data.note ? [{ term: 'Note', value: <span className="whitespace-pre-line">{data.note}</span> }] : []),
    ...(data.enteredBy ? [{ term: 'Entered by', value: data.enteredBy }] : [{ term: 'Told by', value: toldBy(data) }]),
    ...(data.providerPaymentId ? [{ term: 'Processor id', value: <ProcessorId id={data.providerPaymentId} /> }] : []),
  ]
  return (
    <Section title="Customer">
      <div className="mt-2">
        <Facts facts={facts} />
      </div>
    </Section>
  )
}

const ProcessorId = ({ id }: { id: string }) => (
  <span className="flex flex-wrap items-baseline gap-x-2">
    <span className="font-mono text-small break-all">{id}</span>
    <span className="text-small">
      <CopyButton text={id} />
    </span>
  </span>
)
