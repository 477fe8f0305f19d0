import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { RetryableInput } from '../../../graphql-kit/retryable.input.ts'
import { CloserFormsDue, ReminderSettings } from './reminders.type.ts'

@InputType({ description: 'What to change of the reminders; what is left out stays.' })
export class UpdateReminderSettingsInput extends RetryableInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether closers are reminded once a day.' })
  daily?: boolean | null
  @Field(() => Int, { nullable: true, description: 'From which hour on, 0 to 23, by the clock of the organization’s zone.' })
  hour?: number | null
}

@ObjectType({ description: 'The reminders as they are now.' })
export class UpdateReminderSettingsPayload {
  @Field(() => ReminderSettings, { description: 'The settings.' })
  declare reminderSettings: ReminderSettings
}

@InputType({ description: 'Whom to remind.' })
export class SendReminderInput extends RetryableInput {
  @Field(() => ID, { description: 'A closer who has forms to file, can be reached, and was not reminded within the last hour.' })
  declare closerId: string
}

@ObjectType({ description: 'A reminder is on its way.' })
export class SendReminderPayload {
  @Field(() => CloserFormsDue, { nullable: true, description: 'What they have to file; none if they filed all of it meanwhile.' })
  declare formsDue: CloserFormsDue | null
}
