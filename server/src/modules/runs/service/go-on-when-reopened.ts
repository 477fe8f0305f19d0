import { z } from 'zod'
import { type Actor, sessionOf } from '../../../kernel/actor.ts'
import { defineJob, enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { organizationReopened } from '../../organizations/service/index.ts'
import { goOn } from './run-sync.ts'

const payload = z.object({ organizationId: z.uuid() })

const goOnWithRuns = { name: 'runs.go-on-when-reopened', maxAttempts: 25, payload } satisfies JobRequest<z.output<typeof payload>>

/** Whatever opens an organization again, the runs that waited for it go on. */
export const goOnWhenReopened = organizationReopened.reactWith((tx, { organizationId }) =>
  enqueue(tx, goOnWithRuns, { organizationId }, { key: `go-on-with-runs:${organizationId}` }),
)

/** Has every run of an organization gone on with that has not ended; of those that are under way, one finds that it is behind. */
export const goOnWithRunsJob = defineJob(goOnWithRuns, async ({ payload: { organizationId }, requestId }, { database }: JobServices) => {
  const actor: Actor = { kind: 'job', organizationId, name: goOnWithRuns.name }
  await database.transaction(sessionOf(actor, { requestId }), async (tx) => {
    const waiting = await tx.query<{ id: string }>(
      `select id from runs where organization_id = $1 and state in ('queued', 'running') and waits_for is not null and waits_until is null`,
      [organizationId],
    )
    for (const { id } of waiting) await goOn(tx, id)
  })
})
