import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'

@InputType({ description: 'One closer’s share of a payment that is split.' })
export class CloserShareInput {
  @Field(() => ID, { description: 'The closer.' })
  declare closerId: string
  @Field(() => Int, { description: 'Whole percents, 1 to 99.' })
  declare percent: number
}

@InputType({ description: 'One setter’s share of a payment that is split.' })
export class SetterShareInput {
  @Field(() => ID, { description: 'The setter.' })
  declare setterId: string
  @Field(() => Int, { description: 'Whole percents, 1 to 99.' })
  declare percent: number
}

@InputType({ description: 'To whom to credit a payment.' })
export class AttributePaymentInput extends RetryableInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
  @Field(() => ID, {
    nullable: true,
    description: 'The event to credit. Its closer, setter and source are credited unless others are named.',
  })
  eventId?: string | null
  @Field(() => ID, { nullable: true, description: 'The closer, if not the event’s; null for nobody.' })
  closerId?: string | null
  @Field(() => ID, { nullable: true, description: 'The setter, if not the event’s; null for nobody.' })
  setterId?: string | null
  @Field(() => [CloserShareInput], {
    nullable: true,
    description: 'Several closers instead of one, two to ten; their percents add to 100. The largest share stands for the payment.',
  })
  closers?: CloserShareInput[] | null
  @Field(() => [SetterShareInput], {
    nullable: true,
    description: 'Several setters instead of one, two to ten; their percents add to 100. The largest share stands for the payment.',
  })
  setters?: SetterShareInput[] | null
  @Field(() => String, { nullable: true, description: 'Why; kept in the history.' })
  reason?: string | null
}

@InputType({ description: 'Which payment to hand back to the rules.' })
export class UnlockAttributionInput extends RetryableInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
}

@InputType({ description: 'Which credit by hand to take back.' })
export class UndoAttributionInput extends RetryableInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
  @Field(() => ID, {
    nullable: true,
    description: 'The decision to take back: CONFLICT if another stands by now. Without it, whichever stands.',
  })
  decisionId?: string | null
}

@ObjectType({ description: 'The payment with the credit that stood before.' })
export class UndoAttributionPayload {
  @Field(() => Payment, { description: 'The payment.' })
  declare payment: Payment
}

@ObjectType({ description: 'The payment with its new credit.' })
export class AttributePaymentPayload {
  @Field(() => Payment, { description: 'The payment.' })
  declare payment: Payment
}

@ObjectType({ description: 'The payment, credited by the rules again.' })
export class UnlockAttributionPayload {
  @Field(() => Payment, { description: 'The payment.' })
  declare payment: Payment
}
