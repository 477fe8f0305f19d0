import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue, type JobRequest } from '../../../kernel/define-job.ts'

/** The job that goes through a run for a while: its name and payload. What it does needs the integrations, which stand above. */
const payload = z.object({ organizationId: z.uuid(), runId: z.uuid() })
export type RunSyncPayload = z.output<typeof payload>

export const runSync = { name: 'runs.run-sync', maxAttempts: 12, payload } satisfies JobRequest<RunSyncPayload>

/** Has a run gone on with, now or later; one waiting job a run, however often it is asked for. */
export const goOn = (tx: Tx, runId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, runSync, { organizationId: tx.organizationId, runId }, { key: `run:${runId}`, ...(runAt ? { runAt } : {}) })
