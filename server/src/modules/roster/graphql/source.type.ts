import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType({ description: 'Where leads come from.', simpleResolvers: true })
export class Source {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Its name.' })
  declare name: string
}
