import { askAvailabilityJob } from '../../integrations/calendly/ask-availability.job.ts'
import { sendMailJob } from '../../integrations/mail/send-mail.job.ts'
import { processDeliveryJob } from '../../integrations/process-delivery.job.ts'
import { runSyncJob } from '../../integrations/run-sync.job.ts'
import { settleWebhookJob } from '../../integrations/settle-webhook.job.ts'
import type { Job } from '../../kernel/define-job.ts'
import type { JobServices } from '../../kernel/job-services.ts'
import type { ScheduledJob } from '../../kernel/module.ts'
import { domainModules } from '../modules.ts'

/** Every job that there is: the integrations' and the domains'. */
export const allJobs: readonly Job<JobServices>[] = [
  processDeliveryJob,
  runSyncJob,
  settleWebhookJob,
  askAvailabilityJob,
  sendMailJob,
  ...domainModules.flatMap(({ jobs = [] }) => jobs),
]

/** Every job that runs by the clock. */
export const allSchedules: readonly ScheduledJob[] = domainModules.flatMap(({ schedule = [] }) => schedule)
