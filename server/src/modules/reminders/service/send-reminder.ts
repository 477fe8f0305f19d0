import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound, rateLimited } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { loadClosers } from '../../roster/service/index.ts'
import { formsDueByCloser } from './forms-due.ts'
import { holdReminders, remind, remindingOrganization } from './remind.ts'
import { channelFor, type ReminderChannel } from './reminder-channel.ts'

const SendReminder = z.object({ closerId: z.uuid('There is no such closer.') })
export type SendReminder = z.input<typeof SendReminder>

/** Nobody is reminded by hand sooner after they were last, by whatever means; the day's own comes at its hour, whatever went before it. */
export const secondsBetweenReminders = 3_600

/** Reminds one closer of the forms that they have to file, now. */
export async function sendReminder(
  { actor, input, tx }: Verb<SendReminder>,
  channels: readonly ReminderChannel[],
): Promise<{ closerId: string }> {
  authorize(actor, 'organization:manage')
  const { closerId } = parseInput(SendReminder, input)
  if (!(await loadClosers(tx, [closerId])).has(closerId)) throw notFound('closer')
  // Two who press at once, or the clock: the second sees what the first did.
  await holdReminders(tx, [closerId])
  const [due] = await formsDueByCloser(tx, closerId)
  if (!due) throw conflict('They have filed every form: there is nothing to be reminded of.')
  const channel = due.left ? null : channelFor(channels, due)
  if (!channel) throw badInput([{ path: 'closerId', message: 'They cannot be reached: give them an e-mail address on the Team page.' }])
  if (due.secondsSinceReminded !== null && due.secondsSinceReminded < secondsBetweenReminders)
    throw rateLimited('They were reminded within the last hour.', secondsBetweenReminders - due.secondsSinceReminded)
  await remind(tx, await remindingOrganization(tx), { due, channel, kind: 'by_hand' })
  return { closerId }
}
