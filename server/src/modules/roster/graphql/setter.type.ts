import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

@ObjectType({ description: 'Somebody on the roster who books calls.', simpleResolvers: true })
export class Setter {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'Their name.' })
  declare name: string
  @Field(() => String, { nullable: true, description: 'Their e-mail address, in lower case.' })
  declare email: string | null
  @Field(() => DateTimeScalar, { description: 'When they came onto the roster.' })
  declare createdAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left: their calls stay theirs, and they are given no new ones.' })
  declare deactivatedAt: string | null
  declare userId: string | null
}
