import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { Payment } from '../../payments/graphql/payment.type.ts'

@InputType({ description: 'To whom to credit a payment.' })
export class AttributePaymentInput {
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
  @Field(() => String, { nullable: true, description: 'Why; kept in the history.' })
  reason?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.',
  })
  clientMutationId?: string
}

@InputType({ description: 'Which payment to hand back to the rules.' })
export class UnlockAttributionInput {
  @Field(() => ID, { description: 'The payment.' })
  declare paymentId: string
  @Field(() => String, {
    nullable: true,
    description: 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.',
  })
  clientMutationId?: string
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
