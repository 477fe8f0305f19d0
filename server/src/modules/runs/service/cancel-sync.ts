import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import type { RunState } from './run-rows.ts'

const CancelSync = z.object({ id: z.uuid('Say which sync.') })
export type CancelSync = z.input<typeof CancelSync>

/** Stops a sync: not one step of it is stored after this. What it took in stays. One that was stopped already stays stopped. */
export async function cancelSync({ actor, input, tx }: Verb<CancelSync>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(CancelSync, input)
  // Whoever stores a step holds the row, so this waits for that step, and the next one finds it stopped.
  const [run] = await tx.query<{ state: RunState }>(`select state from runs where organization_id = $1 and id = $2 for update`, [
    tx.organizationId,
    id,
  ])
  if (!run) throw notFound('sync')
  if (run.state === 'canceled') return { id }
  if (run.state === 'done' || run.state === 'failed') throw conflict('This sync has ended by itself.')
  await tx.query(
    `update runs set state = 'canceled', finished_at = now(), waits_until = null, waits_for = null where organization_id = $1 and id = $2`,
    [tx.organizationId, id],
  )
  return { id }
}
