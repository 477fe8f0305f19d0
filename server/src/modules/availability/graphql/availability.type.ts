import { Field, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

@ObjectType({ description: 'What came of asking a booking tool when its hosts take calls, the last time.', simpleResolvers: true })
export class AvailabilityReading {
  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  declare askedAt: string
  @Field(() => Int, { description: 'How many hosts it has.' })
  declare hostCount: number
  @Field(() => Int, { description: 'How many active closers’ hours were read: hosts are matched to them by their address or an alias.' })
  declare closerCount: number
  @Field(() => [String], { description: 'What could not be read, each in words; at most twenty.' })
  declare problems: readonly string[]
  @Field(() => String, {
    nullable: true,
    description: 'Why nothing could be read, in words that a person can act on; none where something was.',
  })
  declare error: string | null
}
