import { z } from 'zod'
import type { Mailer } from '../../../kernel/mail.ts'
import { postMail } from '../post-mail.ts'
import { readSender } from '../read-sender.ts'

export interface SendgridOptions {
  apiKey: string
  /** `Clinch <no-reply@clinch.example>`, a sender that SendGrid has verified. */
  from: string
  baseUrl: string
  timeoutMs: number
}

const Refusal = z.object({ errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })).min(1) })
const off = { enable: false } as const

/**
 * SendGrid, by its API `POST /v3/mail/send`. It knows no key of a sending, so one whose answer was lost is sent again; the key goes along
 * for finding both in its activity feed. Links are left as they are: they hold tokens, which nobody on the way is to count or to keep.
 */
export function createSendgridMailer({ apiKey, from, baseUrl, timeoutMs }: SendgridOptions): Mailer {
  const sender = readSender(from)
  return {
    name: 'SendGrid',
    send: ({ to, subject, text, html }, key) =>
      postMail({
        provider: 'SendGrid',
        url: `${baseUrl}/v3/mail/send`,
        apiKey,
        body: {
          personalizations: [{ to: [{ email: to }], custom_args: { key } }],
          from: sender,
          subject,
          // In this order: the plainest first.
          content: [
            { type: 'text/plain', value: text },
            { type: 'text/html', value: html },
          ],
          tracking_settings: { click_tracking: { enable: false, enable_text: false }, open_tracking: off, subscription_tracking: off },
        },
        timeoutMs,
        readRefusal(answer) {
          const refusal = Refusal.safeParse(answer)
          if (!refusal.success) return null
          return refusal.data.errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ')
        },
      }),
  }
}
