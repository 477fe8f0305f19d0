import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { addAlias } from '../../roster/service/index.ts'

const ResolveName = z.object({
  kind: z.enum(['closer', 'setter', 'source', 'traffic_type']),
  name: z.string().trim().min(1, 'Say which name.').max(200, 'A name has at most 200 characters.'),
  id: z.uuid('Say whose name it is.'),
})
export type ResolveName = z.input<typeof ResolveName>

/** Says whose name it is. The roster announces the new name, and past bookings follow it. */
export async function resolveName({ actor, input, tx }: Verb<ResolveName>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { kind, name, id } = parseInput(ResolveName, input)
  await addAlias(tx, kind, id, name)
  return { id }
}
