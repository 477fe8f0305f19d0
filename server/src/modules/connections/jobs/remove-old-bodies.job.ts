import { z } from 'zod'
import { defineJob, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import type { SessionSettings } from '../../../database/session-settings.ts'

/** Removes the bodies of deliveries that are older than their organization keeps them. What failed, is parked or held keeps its own. */
export const removeOldBodies = { name: 'connections.remove-old-bodies', maxAttempts: 3, payload: z.object({}) } satisfies JobRequest<object>

/** So many in one transaction: it holds no lock for long, however many are due. */
const bodiesAStep = 500

export const removeOldBodiesJob = defineJob(removeOldBodies, async ({ requestId }, { database }: JobServices) => {
  const nobody: SessionSettings = {
    organizationId: null,
    userId: null,
    scope: 'none',
    repIds: [],
    actor: `job:${removeOldBodies.name}`,
    requestId,
  }
  for (;;) {
    const [row] = await database.transaction(nobody, (tx) =>
      tx.query<{ removed: number }>('select intake.remove_old_bodies($1::int) as removed', [bodiesAStep]),
    )
    if ((row?.removed ?? 0) < bodiesAStep) return
  }
})
