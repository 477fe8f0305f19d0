import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

@ObjectType({ description: 'A potential customer.', simpleResolvers: true })
export class Lead {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'As on their first booking, or as a person set it.' })
  declare fullName: string
  @Field(() => String, {
    nullable: true,
    description: 'The address they go by, in lower case: the one they were first known by, or another that a person chose.',
  })
  declare email: string | null
  @Field(() => String, { nullable: true, description: 'The number they go by, as E.164.' })
  declare phone: string | null
  @Field(() => String, { nullable: true, description: 'IANA name of their time zone, as the booking tool told it.' })
  declare timeZone: string | null
  @Field(() => DateTimeScalar, { description: 'When they first became known.' })
  declare createdAt: string
  declare originalSetterId: string | null
  declare currentSetterId: string | null
  declare mergedIntoId: string | null
}
