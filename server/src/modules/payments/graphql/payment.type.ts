import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { Provider } from '../../connections/graphql/connection.type.ts'
import { PaymentType } from '../../forms/graphql/post-call-form.type.ts'

export const PaymentStatus = {
  SUCCEEDED: 'succeeded',
  PARTIALLY_REFUNDED: 'partially_refunded',
  REFUNDED: 'refunded',
  DISPUTED: 'disputed',
  REPORTED: 'reported',
  FAILED: 'failed',
} as const
registerEnumType(PaymentStatus, {
  name: 'PaymentStatus',
  description: 'Where a payment stands.',
  valuesConfig: {
    SUCCEEDED: { description: 'Collected.' },
    PARTIALLY_REFUNDED: { description: 'Collected, and some of it given back.' },
    REFUNDED: { description: 'Given back whole.' },
    DISPUTED: { description: 'The customer disputes it; the amount is held.' },
    REPORTED: { description: 'A closer says that it was collected; no processor has told of it.' },
    FAILED: { description: 'Did not go through; counts nowhere.' },
  },
})

export const PaymentOrigin = { PROCESSOR: 'processor', FORM: 'form', MANUAL: 'manual', IMPORT: 'import' } as const
registerEnumType(PaymentOrigin, {
  name: 'PaymentOrigin',
  description: 'Who told of a payment.',
  valuesConfig: {
    PROCESSOR: { description: 'A payment processor.' },
    FORM: { description: 'A closer, on a post-call form.' },
    MANUAL: { description: 'An admin.' },
    IMPORT: { description: 'An import.' },
  },
})

export const DealType = { NEW_DEAL: 'new_deal', UPSELL: 'upsell', RENEWAL: 'renewal' } as const
registerEnumType(DealType, {
  name: 'DealType',
  description: 'What kind of deal a payment belongs to.',
  valuesConfig: {
    NEW_DEAL: { description: 'The first deal with this customer.' },
    UPSELL: { description: 'More, sold to a customer.' },
    RENEWAL: { description: 'The same again.' },
  },
})

export const RefundReport = { LIVE: 'live', FAILED: 'failed', TOTAL: 'total' } as const
registerEnumType(RefundReport, {
  name: 'RefundReport',
  description: 'What a processor reported of a refund.',
  valuesConfig: {
    LIVE: { description: 'One refund, standing.' },
    FAILED: { description: 'One refund that failed: the money stays.' },
    TOTAL: { description: 'The running total refunded.' },
  },
})

@ObjectType({ description: 'What a processor reported of a refund.', simpleResolvers: true })
export class Refund {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => RefundReport, { description: 'Whether it tells of one refund or of the running total.' })
  declare report: string
  @Field(() => Money, { description: 'How much.' })
  declare amount: Money
  @Field(() => DateTimeScalar, { description: 'When the processor reported it.' })
  declare madeAt: string
  @Field(() => String, { nullable: true, description: 'Why, as the processor has it.' })
  declare reason: string | null
}

@ObjectType({ description: 'Money in.', simpleResolvers: true })
export class Payment {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => PaymentOrigin, { description: 'Who told of it.' })
  declare origin: string
  @Field(() => Provider, { nullable: true, description: 'The processor, where one told of it.' })
  declare provider: string | null
  @Field(() => String, { nullable: true, description: 'The processor’s id of the purchase as a whole.' })
  declare providerPaymentId: string | null
  @Field(() => Money, { description: 'What was collected, before refunds.' })
  declare amount: Money
  @Field(() => Money, { description: 'What was given back of it.' })
  declare refunded: Money
  @Field(() => Money, { description: 'What is left of it.' })
  declare net: Money
  @Field(() => Money, {
    nullable: true,
    description: 'What is left of it in the organization’s currency; none where it was paid in another and no rate is known.',
  })
  declare reportingNet: Money | null
  @Field(() => DateTimeScalar, { description: 'When it was paid.' })
  declare paidAt: string
  @Field(() => PaymentStatus, { description: 'Where it stands.' })
  declare status: string
  @Field(() => String, { nullable: true, description: 'The customer’s e-mail address as the processor has it, in lower case.' })
  declare customerEmail: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s name as the processor has it.' })
  declare customerName: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s phone number as the processor has it.' })
  declare customerPhone: string | null
  @Field(() => String, { nullable: true, description: 'What it is for, in the processor’s words.' })
  declare description: string | null
  @Field(() => PaymentType, { nullable: true, description: 'How the deal is paid.' })
  declare paymentType: string | null
  @Field(() => DealType, { nullable: true, description: 'What kind of deal it belongs to.' })
  declare dealType: string | null
  @Field(() => [Refund], { description: 'What the processor reported of its refunds, the newest first. Empty for a sales rep.' })
  declare refunds: Refund[]
}

@ObjectType({ description: 'The sums of a list of payments in one currency.', simpleResolvers: true })
export class PaymentTotals {
  @Field(() => Int, { description: 'How many payments.' })
  declare payments: number
  @Field(() => Money, { description: 'Collected, before refunds.' })
  declare amount: Money
  @Field(() => Money, { description: 'Given back.' })
  declare refunded: Money
  @Field(() => Money, { description: 'Left.' })
  declare net: Money
}
