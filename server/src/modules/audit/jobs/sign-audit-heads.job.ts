import { z } from 'zod'
import { defineJob, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { signHeads } from '../service/sign-heads.ts'

/** The next minute tries again. */
export const signAuditHeads = { name: 'audit.sign', maxAttempts: 1, payload: z.object({}) } satisfies JobRequest<object>

/** Signs what the audit chains have come to. */
export const signAuditHeadsJob = defineJob(signAuditHeads, async ({ requestId }, { database, vault }: JobServices) => {
  await signHeads(database, vault, requestId, () => new Date())
})
