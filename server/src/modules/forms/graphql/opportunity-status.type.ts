import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'

@ObjectType({ description: 'Where the organization says that a deal stands after a call.', simpleResolvers: true })
export class OpportunityStatus {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'What it is called.' })
  declare label: string
  @Field(() => OptionColor, { description: 'What marks it.' })
  declare color: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is offered no more.' })
  declare retiredAt: string | null
}
