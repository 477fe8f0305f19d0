import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { Provider } from '../../connections/graphql/connection.type.ts'
import { Dispute, PaymentDeletion, Refund } from './payment-ledger.type.ts'
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
    PARTIALLY_REFUNDED: { description: 'Collected, and some of it given back, by refund or by a lost dispute.' },
    REFUNDED: { description: 'Given back whole, by refund or by a lost dispute.' },
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

export const BillingTurn = { ONCE: 'once', FIRST: 'first', LATER: 'later' } as const
registerEnumType(BillingTurn, {
  name: 'BillingTurn',
  description: 'Where a payment stands in what it pays for.',
  valuesConfig: {
    ONCE: { description: 'Bought once.' },
    FIRST: { description: 'The first of a subscription or plan.' },
    LATER: { description: 'A later one of a subscription or plan.' },
  },
})

export const OffPlatformMethod = { WIRE: 'wire', CASH: 'cash', CHECK: 'check', OTHER: 'other' } as const
registerEnumType(OffPlatformMethod, {
  name: 'OffPlatformMethod',
  description: 'How money came in that no processor tells of.',
  valuesConfig: {
    WIRE: { description: 'By bank transfer.' },
    CASH: { description: 'In cash.' },
    CHECK: { description: 'By check.' },
    OTHER: { description: 'In another way.' },
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
  @Field(() => Money, { description: 'What lost disputes took of it, beyond what was given back.' })
  declare lost: Money
  @Field(() => Money, { description: 'What open disputes hold of it; it is still in the net.' })
  declare disputed: Money
  @Field(() => Money, { description: 'What is left of it: the amount, less what was given back, less what was lost.' })
  declare net: Money
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
  @Field(() => BillingTurn, { nullable: true, description: 'Which turn of what it pays for it is, where the processor says so.' })
  declare billingTurn: string | null
  @Field(() => OffPlatformMethod, { nullable: true, description: 'How it came, where it was entered by hand.' })
  declare offPlatformMethod: string | null
  @Field(() => String, { nullable: true, description: 'What was noted when it was entered by hand.' })
  declare note: string | null
  @Field(() => String, { nullable: true, description: 'Who entered it by hand.' })
  declare enteredBy: string | null
  @Field(() => [Refund], { description: 'What was told of its refunds, the newest first. Empty for a sales rep.' })
  declare refunds: Refund[]
  @Field(() => [Dispute], { description: 'Its disputes as they stand, the latest first. Empty for a sales rep.' })
  declare disputes: Dispute[]
  @Field(() => PaymentDeletion, { nullable: true, description: 'The act that deleted it; none while it counts, and for a sales rep.' })
  declare deletion: PaymentDeletion | null
}

@ObjectType({ description: 'The sums of a list of payments in one currency.', simpleResolvers: true })
export class PaymentTotals {
  @Field(() => Int, { description: 'How many payments.' })
  declare payments: number
  @Field(() => Money, { description: 'Collected, before refunds.' })
  declare amount: Money
  @Field(() => Money, { description: 'Given back.' })
  declare refunded: Money
  @Field(() => Money, { description: 'Taken by lost disputes.' })
  declare lost: Money
  @Field(() => Money, { description: 'Held by open disputes; still in the net.' })
  declare disputed: Money
  @Field(() => Money, { description: 'Left: the amount, less what was given back, less what was lost.' })
  declare net: Money
}
