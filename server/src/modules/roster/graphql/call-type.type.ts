import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType({ description: 'A kind of event, learned from the booking tool’s event types.', simpleResolvers: true })
export class CallType {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
}
