import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { holdEvents } from './hold-events.ts'
import { recordHistory } from './record-history.ts'

const SetEventCustomFields = z.object({ id: z.uuid('Say which call.'), values: PostedValues })
export type SetEventCustomFields = z.input<typeof SetEventCustomFields>

/** Writes to the organization's own fields of an event. Its history tells which of them changed, and by whom. */
export async function setEventCustomFields({ actor, input, tx }: Verb<SetEventCustomFields>): Promise<{ id: string }> {
  authorize(actor, 'event:update')
  const { id, values } = parseInput(SetEventCustomFields, input)
  await holdEvents(tx, [id])
  const changed = await storeValues(tx, { subject: 'event', id, values })
  if (changed.length > 0) {
    await recordHistory(tx, {
      eventId: id,
      at: new Date(),
      change: 'fields_set',
      by: actorName(actor),
      detail: { fields: changed.join(', ') },
    })
  }
  return { id }
}
