import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const RefundReport = { LIVE: 'live', FAILED: 'failed', TOTAL: 'total' } as const
registerEnumType(RefundReport, {
  name: 'RefundReport',
  description: 'What was told of a refund.',
  valuesConfig: {
    LIVE: { description: 'One refund, standing.' },
    FAILED: { description: 'One refund that failed, or was taken back: the money stays.' },
    TOTAL: { description: 'The running total refunded.' },
  },
})

@ObjectType({ description: 'What was told of a refund, by the processor or by hand.', simpleResolvers: true })
export class Refund {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => RefundReport, { description: 'Whether it tells of one refund or of the running total.' })
  declare report: string
  @Field(() => String, { description: 'What names the refund; entries of one refund share it. Empty for a running total.' })
  declare reference: string
  @Field(() => Money, { description: 'How much.' })
  declare amount: Money
  @Field(() => DateTimeScalar, { description: 'When it was made; for a running total, when it stood so.' })
  declare madeAt: string
  @Field(() => DateTimeScalar, { description: 'When this was told.' })
  declare reportedAt: string
  @Field(() => String, { nullable: true, description: 'Why, as it was told.' })
  declare reason: string | null
  @Field(() => String, { nullable: true, description: 'Who entered it by hand; none where the processor told of it.' })
  declare enteredBy: string | null
  @Field(() => Boolean, { description: 'Whether it is taken off the payment. One in another currency than the payment’s is not.' })
  declare counted: boolean
}

export const DisputeState = { INQUIRY: 'inquiry', OPEN: 'open', WON: 'won', LOST: 'lost', CLOSED: 'closed' } as const
registerEnumType(DisputeState, {
  name: 'DisputeState',
  description: 'How a dispute stands.',
  valuesConfig: {
    INQUIRY: { description: 'Asked about; nothing is held.' },
    OPEN: { description: 'The amount is held, until it is won or lost.' },
    WON: { description: 'The money stays.' },
    LOST: { description: 'The money is gone. An appeal may still open it again.' },
    CLOSED: { description: 'Came to nothing.' },
  },
})

@ObjectType({ description: 'A dispute of a payment, as the processor told last.', simpleResolvers: true })
export class Dispute {
  @Field(() => ID, { description: 'UUIDv7 of what was told last.' })
  declare id: string
  @Field(() => String, { description: 'The processor’s id of the dispute.' })
  declare reference: string
  @Field(() => DisputeState, { description: 'How it stands.' })
  declare state: string
  @Field(() => Money, { description: 'How much is disputed.' })
  declare amount: Money
  @Field(() => String, { nullable: true, description: 'Why, in the processor’s word.' })
  declare reason: string | null
  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  declare openedAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be answered, as far as the processor says.' })
  declare dueBy: string | null
  @Field(() => DateTimeScalar, { description: 'Since when it stands so.' })
  declare reportedAt: Date
}

@ObjectType({ description: 'One act of deleting payments. It can be undone, for each or for all of them.', simpleResolvers: true })
export class PaymentDeletion {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Why.' })
  declare reason: string
  @Field(() => String, { description: 'Who did it.' })
  declare deletedBy: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  declare deletedAt: string
  @Field(() => Int, { description: 'How many payments are still deleted by it.' })
  declare payments: number
}
