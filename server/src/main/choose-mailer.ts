import type { Settings } from '../config/env.ts'
import { createMailbox, type Mailbox } from '../integrations/mail/mailbox.ts'
import { createResendMailer } from '../integrations/mail/resend/resend-mailer.ts'
import { sparedReserved } from '../integrations/mail/reserved-addresses.ts'
import { createSendgridMailer } from '../integrations/mail/sendgrid/sendgrid-mailer.ts'
import type { Mailer } from '../kernel/mail.ts'

export interface ChosenMailer {
  mailer: Mailer
  /** The development mailbox; null where e-mail is really sent. */
  mailbox: Mailbox | null
}

/** A job waits no longer for a provider, and is tried again. */
const timeoutMs = 10_000

/** The provider that the settings name; without one, the development mailbox. In production the settings name one, or are refused. */
export function chooseMailer(settings: Settings): ChosenMailer {
  const { RESEND_API_KEY, SENDGRID_API_KEY, MAIL_FROM: from = '' } = settings
  if (RESEND_API_KEY !== undefined)
    return sent(createResendMailer({ apiKey: RESEND_API_KEY, from, baseUrl: settings.RESEND_URL, timeoutMs }))
  if (SENDGRID_API_KEY !== undefined)
    return sent(createSendgridMailer({ apiKey: SENDGRID_API_KEY, from, baseUrl: settings.SENDGRID_URL, timeoutMs }))
  const mailbox = createMailbox()
  return { mailer: mailbox, mailbox }
}

const sent = (mailer: Mailer): ChosenMailer => ({ mailer: sparedReserved(mailer), mailbox: null })
