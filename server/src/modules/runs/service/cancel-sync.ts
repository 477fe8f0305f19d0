import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { stopRun, syncKinds } from './stop-run.ts'

const CancelSync = z.object({ id: z.uuid('Say which sync.') })
export type CancelSync = z.input<typeof CancelSync>

/** Stops a sync: not one step of it is stored after this. What it took in stays. One that was stopped already stays stopped. */
export async function cancelSync({ actor, input, tx }: Verb<CancelSync>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(CancelSync, input)
  await stopRun(tx, { id, kinds: syncKinds, what: 'sync' })
  return { id }
}
