import { composeMail } from '../../../kernel/compose-mail.ts'
import type { Mail } from '../../../kernel/mail.ts'

/** What an invitation says. */
interface Invitation {
  to: string
  invitedBy: string
  organizationName: string
  url: string
  validDays: number
}

/** The e-mail that invites somebody. */
export const composeInvitation = ({ to, invitedBy, organizationName, url, validDays }: Invitation): Mail =>
  composeMail({
    to,
    subject: `${invitedBy} invites you to ${organizationName} on Clinch`,
    title: `Join ${organizationName}`,
    paragraphs: [
      `${invitedBy} invites you to ${organizationName} on Clinch. Sign in or sign up with this e-mail address, and you are in.`,
      `The link is yours alone, works once, and ends in ${validDays} days. If you do not know who this is, do nothing.`,
    ],
    action: { label: `Join ${organizationName}`, url },
  })
