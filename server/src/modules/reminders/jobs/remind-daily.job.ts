import { z } from 'zod'
import { defineJob, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { emailReminders } from '../service/email-reminders.ts'
import { remindDaily } from '../service/remind-daily.ts'

/** The next quarter of an hour tries again. */
export const remindDailyRequest = { name: 'reminders.daily', maxAttempts: 1, payload: z.object({}) } satisfies JobRequest<object>

/** Reminds closers of their forms, in each organization at its hour. */
export const remindDailyJob = defineJob(remindDailyRequest, async ({ requestId }, { database, publicUrl, vault }: JobServices) => {
  await remindDaily({ database, channels: [emailReminders({ publicUrl, vault })], requestId, now: () => new Date() })
})
