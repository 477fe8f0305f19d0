import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { PairInput } from '../../../graphql-kit/pair.input.ts'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { EventType } from './event.type.ts'

export const EventLikeness = { LEAD: 'lead', EMAIL: 'email', PHONE: 'phone' } as const
registerEnumType(EventLikeness, {
  name: 'EventLikeness',
  description: 'In what two calls at overlapping or near times are alike.',
  valuesConfig: {
    LEAD: { description: 'They are of one lead.' },
    EMAIL: { description: 'They are of two leads, and were booked with the same e-mail address.' },
    PHONE: { description: 'They are of two leads who share a phone number.' },
  },
})

@ObjectType({ description: 'Two calls at overlapping or near times that may be one.', simpleResolvers: true })
export class LikelyDuplicateEvents {
  @Field(() => ID, { description: 'Stands for this pair.' })
  declare id: string
  @Field(() => EventLikeness, { description: 'In what they are alike.' })
  declare likeness: string
}

@InputType({ description: 'Which call is a copy of which.' })
export class MergeDuplicateInput extends RetryableInput {
  @Field(() => ID, { description: 'The call that is kept.' })
  declare keptId: string
  @Field(() => ID, { description: 'The call that is its copy, and counts nowhere.' })
  declare copyId: string
}

@InputType({ description: 'Which call is no copy after all.' })
export class UnmergeDuplicateInput extends RetryableInput {
  @Field(() => ID, { description: 'The call that was the copy.' })
  declare copyId: string
}

@ObjectType({ description: 'The two calls, as they are now.' })
export class MergeDuplicatePayload {
  @Field(() => EventType, { description: 'The call that is kept.' })
  declare kept: EventType
  @Field(() => EventType, { description: 'The call that is, or was, its copy.' })
  declare copy: EventType
}

@InputType({ description: 'The two calls that are two.' })
export class KeepEventsApartInput extends PairInput {}

@InputType({ description: 'The two calls of which nothing is said any more.' })
export class UndoKeepEventsApartInput extends PairInput {}

@ObjectType({ description: 'The two calls.' })
export class PairOfEventsPayload {
  @Field(() => EventType, { description: 'The one.' })
  declare one: EventType
  @Field(() => EventType, { description: 'The other.' })
  declare other: EventType
}
