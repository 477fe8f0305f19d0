import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import type { RunKind } from './run-rows.ts'

/** The jobs that go through runs for a while: their names and payload. What they do needs what stands above. */
const payload = z.object({ organizationId: z.uuid(), runId: z.uuid() })
export type RunSyncPayload = z.output<typeof payload>

export const runSync = { name: 'runs.run-sync', maxAttempts: 12, payload } satisfies JobRequest<RunSyncPayload>

/** Goes through payments that are credited again. */
export const runCrediting = { name: 'runs.run-crediting', maxAttempts: 12, payload } satisfies JobRequest<RunSyncPayload>

const jobOf: Readonly<Record<RunKind, JobRequest<RunSyncPayload>>> = {
  booking_sync: runSync,
  payment_sync: runSync,
  attribution_preview: runCrediting,
  attribution_rerun: runCrediting,
}

/** Has a run gone on with, now or later; one waiting job a run, however often it is asked for. */
export async function goOn(tx: Tx, runId: string, runAt?: Date): Promise<void> {
  const [run] = await tx.query<{ kind: RunKind }>(`select kind from runs where organization_id = $1 and id = $2`, [
    tx.organizationId,
    runId,
  ])
  if (!run) throw new Error(`There is no run ${runId} to go on with`)
  await enqueue(tx, jobOf[run.kind], { organizationId: tx.organizationId, runId }, { key: `run:${runId}`, ...(runAt ? { runAt } : {}) })
}
