import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { CreditRole, EventType } from './event.type.ts'

@InputType({ description: 'Whom to give calls to; what is left out stays, null gives them to nobody.' })
export class AssignEventsInput extends RetryableInput {
  @Field(() => [ID], { description: 'The calls; at most 100.' })
  declare eventIds: string[]
  @Field(() => ID, { nullable: true, description: 'Who takes them.' })
  closerId?: string | null
  @Field(() => ID, { nullable: true, description: 'Who booked them.' })
  setterId?: string | null
}

@InputType({ description: 'Of which calls what the bookings say is to hold again.' })
export class ReleaseAssignmentInput extends RetryableInput {
  @Field(() => [ID], { description: 'The calls; at most 100.' })
  declare eventIds: string[]
  @Field(() => [CreditRole], { description: 'Their closer, their setter, or both.' })
  declare roles: (typeof CreditRole)[keyof typeof CreditRole][]
}

@ObjectType({ description: 'The calls, as they are now.' })
export class AssignEventsPayload {
  @Field(() => [EventType], { description: 'The calls.' })
  declare events: EventType[]
}

@ObjectType({ description: 'The calls, as they are now.' })
export class ReleaseAssignmentPayload {
  @Field(() => [EventType], { description: 'The calls.' })
  declare events: EventType[]
}
