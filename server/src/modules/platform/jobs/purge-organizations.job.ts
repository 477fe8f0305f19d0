import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import { defineJob, enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { purgeStep } from '../service/purge-step.ts'

const payload = z.object({})

/** The job that carries due deletions out. */
export const purgeOrganizations = { name: 'platform.purge', maxAttempts: 5, payload } satisfies JobRequest<z.infer<typeof payload>>

/** After so many steps a run hands over to the next, so that a server that stops need not wait for it. */
const stepsInRun = 50

const nobody = (requestId: string): SessionSettings => ({
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: 'job:platform.purge',
  requestId,
})

/**
 * Removes organizations whose day has come, some hundred rows a transaction. Each step finds by itself what is left, so a run that is
 * killed is simply followed by the next.
 */
export const purgeOrganizationsJob = defineJob<z.infer<typeof payload>, JobServices>(
  purgeOrganizations,
  async ({ requestId }, { database }) => {
    for (let step = 0; step < stepsInRun; step += 1) {
      const { organizationId } = await database.transaction(nobody(requestId), (tx) => purgeStep(tx))
      if (organizationId === null) return
    }
    await database.transaction(nobody(requestId), (tx) => enqueue(tx, purgeOrganizations, {}, { key: purgeOrganizations.name }))
  },
)
