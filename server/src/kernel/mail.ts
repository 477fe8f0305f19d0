import { z } from 'zod'
import type { JobRequest } from './define-job.ts'

/** One e-mail to one person. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

/** Whoever carries e-mail for this server: a provider, or in development the mailbox that shows what would be sent. */
export interface Mailer {
  /** How the platform's pages name it. */
  readonly name: string
  /** `key` names the sending, so that one that is tried again is one e-mail. */
  send(mail: Mail, key: string): Promise<void>
}

const payload = z.object({ to: z.email(), subject: z.string(), text: z.string(), html: z.string() })

/** The job that sends an e-mail: enqueued in the transaction that decided it. */
export const sendMail = { name: 'mail.send', maxAttempts: 10, payload } satisfies JobRequest<Mail>
