import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { connectionToSync } from './connection-to-sync.ts'
import { goOn } from './run-sync.ts'
import type { RunState } from './run-rows.ts'

const ResumeSync = z.object({ id: z.uuid('Say which sync.') })
export type ResumeSync = z.input<typeof ResumeSync>

/** Takes up a sync that failed or was stopped, from where it had come to. */
export async function resumeSync({ actor, input, tx }: Verb<ResumeSync>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(ResumeSync, input)
  await refuseIfReadOnly(tx)
  const [run] = await tx.query<{ state: RunState; connectionId: string }>(
    `select state, connection_id as "connectionId" from runs where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!run) throw notFound('sync')
  if (run.state === 'done') throw conflict('This sync is done. Start another one.')
  if (run.state === 'queued' || run.state === 'running') throw conflict('This sync is under way.')
  await connectionToSync(tx, run.connectionId)
  await tx.query(
    `update runs set state = 'queued', step = step + 1, error = null, finished_at = null, waits = 0, waits_until = null, waits_for = null,
       started_at = null where organization_id = $1 and id = $2`,
    [tx.organizationId, id],
  )
  await goOn(tx, id)
  return { id }
}
