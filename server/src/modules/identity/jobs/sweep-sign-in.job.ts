import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import { defineJob, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'

/** Removes sessions and links that expired, reasons that nobody asks for any more, and limits whose time is over. */
export const sweepSignIn = { name: 'identity.sweep', maxAttempts: 3, payload: z.object({}) } satisfies JobRequest<object>

const nobody: SessionSettings = {
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: 'job:identity.sweep',
  requestId: '',
}

export const sweepSignInJob = defineJob(sweepSignIn, async (_run, { database }: JobServices) => {
  await database.transaction(nobody, (tx) => tx.query('select identity.sweep()'))
})
