import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { addAlias } from '../../roster/service/index.ts'

const ResolveSetterName = z.object({
  name: z.string().trim().min(1, 'Say which name.').max(200, 'A name has at most 200 characters.'),
  setterId: z.uuid('Say which setter.'),
})
export type ResolveSetterName = z.input<typeof ResolveSetterName>

/** Says whose name it is. The roster announces the new name, and past bookings follow it. */
export async function resolveSetterName({ actor, input, tx }: Verb<ResolveSetterName>): Promise<{ setterId: string }> {
  authorize(actor, 'roster:write')
  const { name, setterId } = parseInput(ResolveSetterName, input)
  await addAlias(tx, 'setter', setterId, name)
  return { setterId }
}
