import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Money } from '../../../graphql-kit/money.type.ts'
import { DateScalar, DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

export const CreditDisputeState = {
  OPEN: 'open',
  ACCEPTED: 'accepted',
  PARTLY_ACCEPTED: 'partly_accepted',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
} as const
registerEnumType(CreditDisputeState, {
  name: 'CreditDisputeState',
  description: 'Where a disputed credit stands.',
  valuesConfig: {
    OPEN: { description: 'It waits for an answer.' },
    ACCEPTED: { description: 'An owner or admin agrees.' },
    PARTLY_ACCEPTED: { description: 'An owner or admin agrees in part.' },
    REJECTED: { description: 'An owner or admin does not agree.' },
    WITHDRAWN: { description: 'Whoever made it took it back.' },
  },
})

export const CreditVerdict = { ACCEPTED: 'accepted', PARTLY_ACCEPTED: 'partly_accepted', REJECTED: 'rejected' } as const
registerEnumType(CreditVerdict, {
  name: 'CreditVerdict',
  description: 'What an owner or admin says to a disputed credit.',
  valuesConfig: {
    ACCEPTED: { description: 'It is as the closer or setter says.' },
    PARTLY_ACCEPTED: { description: 'Some of it is.' },
    REJECTED: { description: 'It is not.' },
  },
})

@ObjectType({ description: 'What a closer or a setter says of a credit that they hold to be wrong.', simpleResolvers: true })
export class CreditDispute {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => CreditDisputeState, { description: 'Where it stands.' })
  declare state: string
  @Field(() => Boolean, { description: 'Whether it is about a payment that stands on no line of theirs.' })
  declare missing: boolean
  @Field(() => String, { description: 'What is wrong, in their words.' })
  declare comment: string
  @Field(() => String, {
    nullable: true,
    description: 'Who paid: as the line said when it was disputed, or as was told of what is missing.',
  })
  declare leadName: string | null
  @Field(() => Money, { nullable: true, description: 'What was collected of theirs: as the line said, or as was told.' })
  declare amount: Money | null
  @Field(() => DateScalar, { nullable: true, description: 'The day that it was paid: as the line said, or as was told.' })
  declare paidOn: string | null
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  declare madeAt: string
  @Field(() => String, { description: 'The name of who made it.' })
  declare madeBy: string
  @Field(() => DateScalar, { description: 'The day until which it is to be answered: seven after it was made.' })
  declare dueOn: string
  @Field(() => Boolean, { description: 'Whether it is open, and that day is over.' })
  declare overdue: boolean
  @Field(() => String, { nullable: true, description: 'What was answered.' })
  declare answer: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or taken back.' })
  declare settledAt: string | null
  @Field(() => String, { nullable: true, description: 'The name of who answered it or took it back.' })
  declare settledBy: string | null
}
