import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { connectionToSync } from './connection-to-sync.ts'
import { syncKinds, takeUpRun } from './stop-run.ts'

const ResumeSync = z.object({ id: z.uuid('Say which sync.') })
export type ResumeSync = z.input<typeof ResumeSync>

/** Takes up a sync that failed or was stopped, from where it had come to. */
export async function resumeSync({ actor, input, tx }: Verb<ResumeSync>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(ResumeSync, input)
  await refuseIfReadOnly(tx)
  await takeUpRun(tx, actor, { id, kinds: syncKinds, what: 'sync' }, async ({ connectionId }) => {
    if (connectionId !== null) await connectionToSync(tx, connectionId)
  })
  return { id }
}
