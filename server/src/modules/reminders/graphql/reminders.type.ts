import { Field, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../../graphql-kit/scalars/scalars.ts'

@ObjectType({ description: 'Whether closers are reminded of the forms that they have to file, and when.', simpleResolvers: true })
export class ReminderSettings {
  @Field(() => Boolean, { description: 'Once a day, while something is due.' })
  declare daily: boolean
  @Field(() => Int, { description: 'From which hour on, 0 to 23, by the clock of the organization’s zone.' })
  declare hour: number
}

@ObjectType({ description: 'A closer who has forms to file.', simpleResolvers: true })
export class CloserFormsDue {
  @Field(() => Int, { description: 'How many.' })
  declare formsDue: number
  @Field(() => DateTimeScalar, { description: 'When the call was whose form is due longest.' })
  declare oldestAt: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were last reminded, by the clock or by hand.' })
  declare lastRemindedAt: string | null
}
