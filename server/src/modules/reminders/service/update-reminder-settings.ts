import { reminderSettings } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { reminderSettingsOf } from './reminder-settings.ts'

const UpdateReminderSettings = z.object({
  daily: z.boolean().nullish(),
  hour: z.number().int().min(0, 'The first hour is 0.').max(23, 'The last hour is 23.').nullish(),
})
export type UpdateReminderSettings = z.input<typeof UpdateReminderSettings>

/** Changes what is given of the reminders. */
export async function updateReminderSettings({ actor, input, tx }: Verb<UpdateReminderSettings>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const given = parseInput(UpdateReminderSettings, input)
  const before = await reminderSettingsOf(tx)
  const changed = {
    ...((given.daily ?? null) === null ? {} : { daily: given.daily ?? before.daily }),
    ...((given.hour ?? null) === null ? {} : { hour: given.hour ?? before.hour }),
  }
  if (Object.keys(changed).length > 0) {
    await tx.db
      .insert(reminderSettings)
      .values({ organizationId: tx.organizationId, ...before, ...changed })
      .onConflictDoUpdate({ target: reminderSettings.organizationId, set: changed })
  }
  return { id: tx.organizationId }
}
