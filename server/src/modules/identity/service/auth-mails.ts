import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import { composeMail, type MailWords } from '../../../kernel/compose-mail.ts'
import { enqueueMail, type Post } from '../../../kernel/mail.ts'

/** To whom signing in writes. */
export interface Addressee {
  name: string
  email: string
}

export interface AuthMails {
  /** The link that confirms an address and signs in. */
  confirm(email: string, url: string): Promise<void>
  /** Somebody signed up with an address that has an account. */
  hasAccount(person: Addressee): Promise<void>
  /** The link with which a new password is chosen. */
  reset(person: Addressee, token: string): Promise<void>
  passwordChanged(person: Addressee): Promise<void>
  secondFactorOff(person: Addressee): Promise<void>
}

const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:sign-in', requestId: '' }
const notYou = 'If this was not you, choose a new password at once: that ends every session.'

/** What is sent while people sign up and in. Each is a job, so that whether mail can be sent now is told to nobody. */
export function createAuthMails(database: Database, { publicUrl, vault }: Post): AuthMails {
  const send = (words: Omit<MailWords, 'subject'> & { subject?: string }): Promise<void> =>
    database.transaction(nobody, (tx) => enqueueMail(tx, vault, composeMail({ subject: words.title, ...words })))
  return {
    // The name is whatever a stranger gave: it is not said in a mail to somebody who may not know of it.
    confirm: (email, url) =>
      send({
        to: email,
        subject: 'Confirm your address for Clinch',
        title: 'Confirm your address',
        paragraphs: [
          'Open this link to confirm that this address is yours. It signs you in to Clinch.',
          'With another browser than the one that you signed up with, it asks for the password that you chose.',
          'The link works once, and for an hour. If you did not sign up, do nothing: without it there is no account.',
        ],
        action: { label: 'Confirm and sign in', url },
      }),
    hasAccount: ({ name, email }) =>
      send({
        to: email,
        subject: 'You have a Clinch account already',
        title: 'You have an account already',
        paragraphs: [
          `Hello ${name}, somebody just signed up for Clinch with this address, which has an account. If it was you, sign in instead.`,
          `If you do not know your password any more, choose a new one at ${publicUrl}/forgot-password.`,
          'If it was not you, do nothing: your account is as it was.',
        ],
        action: { label: 'Sign in', url: `${publicUrl}/sign-in` },
      }),
    reset: ({ name, email }, token) =>
      send({
        to: email,
        subject: 'Choose a new password for Clinch',
        title: 'Choose a new password',
        paragraphs: [
          `Hello ${name}, open this link to choose a new password. Every session of yours then ends.`,
          'The link works once, and for an hour. If you did not ask for it, do nothing: your password is as it was.',
        ],
        action: { label: 'Choose a new password', url: `${publicUrl}/reset-password?token=${encodeURIComponent(token)}` },
      }),
    passwordChanged: ({ name, email }) =>
      send({
        to: email,
        subject: 'Your Clinch password was changed',
        title: 'Your password was changed',
        paragraphs: [`Hello ${name}, the password of your account has a new one in its place. Your other sessions have ended.`, notYou],
        action: { label: 'Choose another password', url: `${publicUrl}/forgot-password` },
      }),
    secondFactorOff: ({ name, email }) =>
      send({
        to: email,
        subject: 'Signing in to Clinch asks for no code any more',
        title: 'Two-factor sign-in is off',
        paragraphs: [`Hello ${name}, from now on your password alone signs you in.`, notYou],
        action: { label: 'Choose another password', url: `${publicUrl}/forgot-password` },
      }),
  }
}
