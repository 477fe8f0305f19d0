import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import type { ChangeKind } from '../../../kernel/activity-feed.ts'

export const ActivityKind = {
  BOOKING: 'booking',
  POST_CALL_FORM: 'post_call_form',
  PAYMENT: 'payment',
  CREDIT_DISPUTE: 'credit_dispute',
} as const
registerEnumType(ActivityKind, {
  name: 'ActivityKind',
  description: 'What happened.',
  valuesConfig: {
    BOOKING: { description: 'A call was booked, moved, assigned, or anything else of it changed.' },
    POST_CALL_FORM: { description: 'The form of a call was filed or amended.' },
    PAYMENT: { description: 'A payment came in, or anything of it changed: refunds, disputes, whom it is credited to.' },
    CREDIT_DISPUTE: { description: 'A closer or a setter said that a credit is wrong, took it back, or was answered.' },
  },
})

@ObjectType({ description: 'Something that happened in the organization and that the caller may see.', simpleResolvers: true })
export class Activity {
  @Field(() => ActivityKind, { description: 'What happened.' })
  declare kind: ChangeKind
  @Field(() => DateTimeScalar, { description: 'When; of several, the last.' })
  declare at: string
  @Field(() => Int, {
    description: 'Of how many records it tells. More than 20 at once are told together; 0 where there were too many to count.',
  })
  declare count: number
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the call, the payment or the dispute; none where several are told together: read again what is shown.',
  })
  declare recordId: string | null
}
