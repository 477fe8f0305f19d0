import type { Mail, Mailer } from '../../kernel/mail.ts'

/** An e-mail that would have been sent. */
export interface MailboxMail extends Mail {
  key: string
  at: Date
}

const kept = 200

/** The development mailbox: keeps the last e-mails in memory and shows them instead of sending them. */
export interface Mailbox extends Mailer {
  /** The newest first. */
  mails(): readonly MailboxMail[]
  empty(): void
}

export function createMailbox(now: () => Date = () => new Date()): Mailbox {
  const mails: MailboxMail[] = []
  return {
    name: 'the development mailbox',
    mails: () => mails,
    empty: () => void mails.splice(0),
    send(mail, key) {
      if (!mails.some((each) => each.key === key)) mails.unshift({ ...mail, key, at: now() })
      mails.splice(kept)
      return Promise.resolve()
    },
  }
}
