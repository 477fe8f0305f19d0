import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

@ObjectType({ description: 'A name that a mapping finds in a booking.', simpleResolvers: true })
export class MappedName {
  @Field(() => String, { description: 'As the booking writes it.' })
  declare name: string
  @Field(() => Boolean, { description: 'Whether the roster knows it. A traffic type that only its source brings is not named.' })
  declare known: boolean
}

@ObjectType({ description: 'A booking as it comes out by a mapping.', simpleResolvers: true })
export class MappedBooking {
  @Field(() => ID, { description: 'The event’s own id.' })
  declare id: string
  @Field(() => String, { description: 'The lead’s name as on this booking.' })
  declare leadName: string
  @Field(() => DateTimeScalar, { description: 'When it was booked.' })
  declare bookedAt: string
  @Field(() => MappedName, { nullable: true, description: 'Its setter; none where the mapping finds none.' })
  declare setter: MappedName | null
  @Field(() => MappedName, { nullable: true, description: 'Its source; none where the mapping finds none.' })
  declare source: MappedName | null
  @Field(() => MappedName, { nullable: true, description: 'Its traffic type; none where the mapping finds none.' })
  declare trafficType: MappedName | null
}

@ObjectType({ description: 'What a mapping makes of the bookings of a connection.' })
export class MappingPreview {
  @Field(() => [MappedBooking], { description: 'The twenty latest bookings that no other was moved to.' })
  declare bookings: MappedBooking[]
}

@InputType({ description: 'Whose past bookings to read anew.' })
export class ReapplyMappingInput extends RetryableInput {
  @Field(() => ID, { description: 'The connection.' })
  declare connectionId: string
}

@ObjectType({ description: 'What reading past bookings anew came to.', simpleResolvers: true })
export class ReapplyMappingPayload {
  @Field(() => Int, { description: 'How many calls changed, with those that they were moved to.' })
  declare changed: number
  @Field(() => Boolean, { description: 'Whether more are left than one act changes: ask once more.' })
  declare moreLeft: boolean
}
