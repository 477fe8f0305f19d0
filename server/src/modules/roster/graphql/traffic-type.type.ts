import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType({ description: 'What kind of traffic leads are: paid, organic, cold, warm.', simpleResolvers: true })
export class TrafficType {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
}
