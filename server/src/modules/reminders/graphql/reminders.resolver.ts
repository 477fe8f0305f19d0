import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { postOf } from '../../../graphql-kit/post-of.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { closerById } from '../../roster/graphql/roster.loaders.ts'
import { emailReminders } from '../service/email-reminders.ts'
import { type FormsDueRow, formsDueByCloser } from '../service/forms-due.ts'
import { channelFor } from '../service/reminder-channel.ts'
import { reminderSettingsOf } from '../service/reminder-settings.ts'
import { sendReminder } from '../service/send-reminder.ts'
import { updateReminderSettings } from '../service/update-reminder-settings.ts'
import { SendReminderInput, SendReminderPayload, UpdateReminderSettingsInput, UpdateReminderSettingsPayload } from './reminders.inputs.ts'
import { CloserFormsDue, ReminderSettings } from './reminders.type.ts'

const channelsOf = (context: GraphContext) => [emailReminders(postOf(context))]

@Resolver(() => CloserFormsDue)
class ReminderResolver {
  @Query(() => ReminderSettings, { description: 'Whether closers are reminded of the forms that they have to file, and when.' })
  reminderSettings(@Ctx() context: GraphContext) {
    return reminderSettingsOf(context.tx)
  }

  @Query(() => [CloserFormsDue], { description: 'Closers who have forms to file, whose oldest is due longest first.' })
  closersWithFormsDue(@Ctx() context: GraphContext) {
    return formsDueByCloser(context.tx)
  }

  @Mutation(() => UpdateReminderSettingsPayload, { description: 'Changes whether and when closers are reminded.' })
  async updateReminderSettings(
    @Arg('input', () => UpdateReminderSettingsInput, { description: 'What to change.' }) input: UpdateReminderSettingsInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('updateReminderSettings', input, (tx) => updateReminderSettings({ actor: context.actor, input, tx }))
    return { reminderSettings: await reminderSettingsOf(context.tx) }
  }

  @Mutation(() => SendReminderPayload, { description: 'Reminds a closer of the forms that they have to file, now; at most once an hour.' })
  async sendReminder(
    @Arg('input', () => SendReminderInput, { description: 'Whom.' }) input: SendReminderInput,
    @Ctx() context: GraphContext,
  ) {
    const { closerId } = await context.write('sendReminder', input, (tx) =>
      sendReminder({ actor: context.actor, input, tx }, channelsOf(context)),
    )
    const [formsDue = null] = await formsDueByCloser(context.tx, closerId)
    return { formsDue }
  }

  @FieldResolver(() => Closer, { description: 'The closer.' })
  closer(@Root() { closerId }: FormsDueRow, @Ctx() context: GraphContext) {
    return closerById.load(context, closerId)
  }

  @FieldResolver(() => Boolean, { description: 'Whether a reminder would reach them: they are on the roster, with an e-mail address.' })
  reachable(@Root() due: FormsDueRow, @Ctx() context: GraphContext) {
    return !due.left && channelFor(channelsOf(context), due) !== null
  }
}

export const reminderResolvers = [ReminderResolver]
