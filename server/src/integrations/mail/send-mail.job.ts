import { defineJob } from '../../kernel/define-job.ts'
import type { JobServices } from '../../kernel/job-services.ts'
import { openMail, sendMail } from '../../kernel/mail.ts'

/** Hands an e-mail to whoever carries it. Its job's own id is the key, so a provider that knows the key sends it once. */
export const sendMailJob = defineJob(sendMail, ({ payload, jobId }, { mailer, vault }: JobServices) =>
  mailer.send(openMail(payload, vault), `mail-${jobId}`),
)
