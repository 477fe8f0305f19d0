import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { FieldValueInput } from '../../../graphql-kit/field-value.type.ts'
import { MoneyInput } from '../../../graphql-kit/money.type.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OffPlatformMethod, Payment } from './payment.type.ts'

type ValueOf<Enum> = Enum[keyof Enum]

@InputType({ description: 'Money that no processor tells of.' })
export class RecordPaymentInput extends RetryableInput {
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
  @Field(() => [FieldValueInput], {
    nullable: true,
    description: 'Values of the organization’s own fields; those that have to be answered are among them.',
  })
  customFields?: FieldValueInput[] | null
}

@InputType({ description: 'What to change of a payment that was entered by hand. What is left out stays.' })
export class UpdateRecordedPaymentInput extends RetryableInput {
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
  @Field(() => [FieldValueInput], {
    nullable: true,
    description:
      'Values of the organization’s own fields; what is not named stays. None may be left without a value that has to be answered.',
  })
  customFields?: FieldValueInput[] | null
}

@InputType({ description: 'What was given back of a payment that was entered by hand.' })
export class RecordRefundInput extends RetryableInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
  @Field(() => MoneyInput, { description: 'How much was given back, in the currency that it was paid in; no more than is left of it.' })
  declare amount: MoneyInput
  @Field(() => DateScalar, { description: 'On which day.' })
  declare refundedOn: string
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null
}

@InputType({ description: 'A refund that was entered by hand and never happened.' })
export class TakeBackRefundInput extends RetryableInput {
  @Field(() => ID, { description: 'The refund.' })
  declare refundId: string
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null
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
