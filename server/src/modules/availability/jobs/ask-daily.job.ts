import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import { defineJob, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { askNext } from '../service/ask-daily.ts'

export const askDaily = { name: 'availability.daily', maxAttempts: 3, payload: z.object({}) } satisfies JobRequest<object>

/** Has every booking tool asked that says when its hosts take calls, each connection by a job of its own. */
export const askDailyJob = defineJob(askDaily, async ({ requestId }, { database }: JobServices) => {
  const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:availability', requestId }
  let past: string | null = '00000000-0000-0000-0000-000000000000'
  while (past !== null) {
    const from: string = past
    past = await database.transaction(nobody, (tx) => askNext(tx, from))
  }
})
