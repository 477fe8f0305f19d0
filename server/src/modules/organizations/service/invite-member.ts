import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import type { Post } from '../../../kernel/mail.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { type InvitationLink, storeInvitation } from './store-invitation.ts'

const InviteMember = z.object({
  email: z.string().transform((text, context) => {
    const email = normaliseEmail(text)
    if (email) return email
    context.addIssue({ code: 'custom', message: 'This is no e-mail address.' })
    return z.NEVER
  }),
  role: z.enum(['admin', 'sales_rep'], 'Invite an admin or a sales rep.'),
  closerId: z.uuid('This is not an id.').nullish(),
  setterId: z.uuid('This is not an id.').nullish(),
})
export type InviteMember = z.input<typeof InviteMember>

/**
 * Invites an address to join, by e-mail. The link is answered here too, once; only the hash of its token is kept. More may be invited
 * than there are seats: a seat is taken by joining. How many may be open, and how many are mailed in an hour, is limited.
 */
export async function inviteMember({ actor, input, tx, post }: Verb<InviteMember> & { post: Post }): Promise<InvitationLink> {
  authorize(actor, 'organization:manage')
  const { email, role, closerId, setterId } = parseInput(InviteMember, input)
  return storeInvitation(tx, { email, role, closerId: closerId ?? null, setterId: setterId ?? null, invitedBy: actorName(actor) }, post)
}
