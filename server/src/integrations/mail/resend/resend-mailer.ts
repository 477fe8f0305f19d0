import { z } from 'zod'
import type { Mailer } from '../../../kernel/mail.ts'
import { postMail } from '../post-mail.ts'

export interface ResendOptions {
  apiKey: string
  /** `Clinch <no-reply@clinch.example>`, of a domain that Resend has verified. */
  from: string
  baseUrl: string
  timeoutMs: number
}

const Refusal = z.object({ name: z.string(), message: z.string() })

/** Resend, by its API `POST /emails`. It sends one e-mail for a key, however often that is posted within a day. */
export const createResendMailer = ({ apiKey, from, baseUrl, timeoutMs }: ResendOptions): Mailer => ({
  name: 'Resend',
  send: ({ to, subject, text, html }, key) =>
    postMail({
      provider: 'Resend',
      url: `${baseUrl}/emails`,
      apiKey,
      headers: { 'idempotency-key': key },
      body: { from, to: [to], subject, text, html },
      timeoutMs,
      readRefusal(answer) {
        const refusal = Refusal.safeParse(answer)
        return refusal.success ? `${refusal.data.name}: ${refusal.data.message}` : null
      },
    }),
})
