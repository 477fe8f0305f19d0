import type { Mailbox } from '../../integrations/mail/mailbox.ts'
import { type Handler, sendJson } from './request.ts'

export interface MailboxRouteOptions {
  /** What would have been sent; null where e-mail is really sent. */
  mailbox: Mailbox | null
  /** To whom people write for help; null where nobody is named. */
  supportEmail: string | null
}

export const mailboxPaths: readonly string[] = ['/api/config', '/api/mailbox']

/** What pages know before anybody signs in, and in development the e-mails that would have been sent, the newest first. */
export function mailboxRoutes({ mailbox, supportEmail }: MailboxRouteOptions): Handler {
  return (request, response, { path }) => {
    if (request.method !== 'GET') sendJson(response, 405, { message: 'It is only read.' }, { allow: 'GET' })
    else if (path === '/api/config') sendJson(response, 200, { mailbox: mailbox !== null, supportEmail })
    else if (mailbox)
      sendJson(response, 200, { mails: mailbox.mails().map(({ key, to, subject, text, at }) => ({ key, to, subject, text, at })) })
    else sendJson(response, 404, { message: 'E-mail is really sent here.' })
    return Promise.resolve()
  }
}
