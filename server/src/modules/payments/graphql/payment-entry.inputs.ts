import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { MoneyInput } from '../../../graphql-kit/money.type.ts'
import { DateScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OffPlatformMethod, Payment } from './payment.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

const retry = {
  nullable: true,
  description: 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.',
} as const

@InputType({ description: 'Money that no processor tells of.' })
export class RecordPaymentInput {
  @Field(() => MoneyInput, { description: 'How much came in.' })
  declare amount: MoneyInput
  @Field(() => OffPlatformMethod, { description: 'How it came.' })
  declare method: ValueOf<typeof OffPlatformMethod>
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that it was paid; it counts as the last thing of that day. Either this or paidAt.',
  })
  paidOn?: string | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was paid, where that is known to the minute. Either this or paidOn.',
  })
  paidAt?: string | null
  @Field(() => ID, { nullable: true, description: 'The lead who paid: their details are taken where none are given.' })
  leadId?: string | null
  @Field(() => ID, { nullable: true, description: 'The event that it is for; else the rules find one.' })
  eventId?: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s name.' })
  customerName?: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s e-mail address, by which their lead is found.' })
  customerEmail?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The customer’s phone number, by which their lead is found where the address finds none.',
  })
  customerPhone?: string | null
  @Field(() => ID, { nullable: true, description: 'What it is for, sold still or not; else what the form of its event says.' })
  packageId?: string | null
  @Field(() => String, { nullable: true, description: 'Whatever is worth knowing of it, such as the reference on the transfer.' })
  note?: string | null
  @Field(() => String, retry)
  clientMutationId?: string
}

@InputType({ description: 'What to change of a payment that was entered by hand. What is left out stays.' })
export class UpdateRecordedPaymentInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
  @Field(() => MoneyInput, { nullable: true, description: 'How much came in; no less than was given back of it.' })
  amount?: MoneyInput | null
  @Field(() => OffPlatformMethod, { nullable: true, description: 'How it came.' })
  method?: ValueOf<typeof OffPlatformMethod> | null
  @Field(() => DateScalar, { nullable: true, description: 'The day that it was paid.' })
  paidOn?: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was paid, where that is known to the minute.' })
  paidAt?: string | null
  @Field(() => ID, { nullable: true, description: 'The lead who paid: their details are taken where none are given.' })
  leadId?: string | null
  @Field(() => ID, { nullable: true, description: 'The event that it is for; null to let the rules find one.' })
  eventId?: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s name.' })
  customerName?: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s e-mail address.' })
  customerEmail?: string | null
  @Field(() => String, { nullable: true, description: 'The customer’s phone number.' })
  customerPhone?: string | null
  @Field(() => ID, { nullable: true, description: 'What it is for; null to let the form of its event say.' })
  packageId?: string | null
  @Field(() => String, { nullable: true, description: 'Whatever is worth knowing of it.' })
  note?: string | null
  @Field(() => String, retry)
  clientMutationId?: string
}

@InputType({ description: 'What was given back of a payment that was entered by hand.' })
export class RecordRefundInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
  @Field(() => MoneyInput, { description: 'How much was given back, in the currency that it was paid in; no more than is left of it.' })
  declare amount: MoneyInput
  @Field(() => DateScalar, { description: 'On which day.' })
  declare refundedOn: string
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null
  @Field(() => String, retry)
  clientMutationId?: string
}

@InputType({ description: 'A refund that was entered by hand and never happened.' })
export class TakeBackRefundInput {
  @Field(() => ID, { description: 'The refund.' })
  declare refundId: string
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null
  @Field(() => String, retry)
  clientMutationId?: string
}

@ObjectType({ description: 'The payment that was entered.' })
export class RecordPaymentPayload {
  @Field(() => Payment, { description: 'It, credited.' })
  declare payment: Payment
}

@ObjectType({ description: 'The payment that was changed.' })
export class UpdateRecordedPaymentPayload {
  @Field(() => Payment, { description: 'It, as it stands now.' })
  declare payment: Payment
}

@ObjectType({ description: 'The payment of which something was given back.' })
export class RecordRefundPayload {
  @Field(() => Payment, { description: 'It, as it stands now.' })
  declare payment: Payment
}

@ObjectType({ description: 'The payment whose refund was taken back.' })
export class TakeBackRefundPayload {
  @Field(() => Payment, { description: 'It, as it stands now.' })
  declare payment: Payment
}
