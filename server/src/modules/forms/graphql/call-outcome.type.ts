import { Field, ID, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'
import { EventOutcome } from '../../events/graphql/event.type.ts'
import { OptionColor } from '../../../graphql-kit/option-color.type.ts'

@ObjectType({ description: 'What the organization calls a way in which its calls end.', simpleResolvers: true })
export class CallOutcome {
  @Field(() => ID, { description: 'UUIDv7.' })
  declare id: string
  @Field(() => String, { description: 'What it is called.' })
  declare label: string
  @Field(() => OptionColor, { description: 'What marks it.' })
  declare color: string
  @Field(() => EventOutcome, { description: 'Which of the outcomes that figures know it is.' })
  declare outcome: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is offered no more.' })
  declare retiredAt: string | null
}
