import { Ctx, Field, FieldResolver, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import { Payment } from './payment.type.ts'
import { ofPayment } from './payments.relations.ts'

const SubscriptionState = {
  TRIALING: 'trialing',
  ACTIVE: 'active',
  PAST_DUE: 'past_due',
  PAUSED: 'paused',
  CANCELING: 'canceling',
  COMPLETED: 'completed',
  ENDED: 'ended',
} as const
registerEnumType(SubscriptionState, {
  name: 'SubscriptionState',
  description: 'How a subscription stands.',
  valuesConfig: {
    TRIALING: { description: 'On trial.' },
    ACTIVE: { description: 'Runs.' },
    PAST_DUE: { description: 'A payment of it is open.' },
    PAUSED: { description: 'Asks for no money for a while.' },
    CANCELING: { description: 'Runs until the end of what is paid, then ends.' },
    COMPLETED: { description: 'All of it was paid.' },
    ENDED: { description: 'Ended.' },
  },
})

@ObjectType('PaymentSubscription', {
  description: 'A subscription, membership or payment plan at a processor, with its payments.',
  simpleResolvers: true,
})
class PaymentSubscription {
  @Field(() => String, { description: 'The processor’s id of it.' })
  declare reference: string
  @Field(() => SubscriptionState, { nullable: true, description: 'How it stands, as far as the processor told. None for a sales rep.' })
  declare state: string | null
  @Field(() => String, { nullable: true, description: 'What is bought, in the processor’s words.' })
  declare productName: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began.' })
  declare startedAt: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  declare endedAt: string | null
  @Field(() => [Payment], { description: 'Its payments that the caller may see, the earliest first.' })
  declare payments: Payment[]
}

/** What a payment is an instalment of. */
@Resolver(() => Payment)
export class PaymentSubscriptionResolver {
  @FieldResolver(() => PaymentSubscription, { nullable: true, description: 'The subscription that it is of, with all of its payments.' })
  subscription(@Root() payment: PaymentRow, @Ctx() context: GraphContext) {
    return ofPayment.subscription.of(context, payment)
  }
}
