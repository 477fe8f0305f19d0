import { invitations } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { makeTenantToken } from '../../../kernel/tenant-token.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { normaliseEmail } from '../../../lib/identity.ts'

export const invitationPrefix = 'invite'
const validDays = 7

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

/** Invites an address to join. The token is answered here, once; only its hash is kept. */
export async function inviteMember({ actor, input, tx }: Verb<InviteMember>): Promise<{ id: string; token: string }> {
  authorize(actor, 'organization:manage')
  const { email, role, closerId, setterId } = parseInput(InviteMember, input)
  const token = makeTenantToken(invitationPrefix, tx.organizationId)
  const [row] = await tx.db
    .insert(invitations)
    .values({
      organizationId: tx.organizationId,
      email,
      role,
      closerId: closerId ?? null,
      setterId: setterId ?? null,
      tokenHash: token.hash,
      invitedBy: actorName(actor),
      expiresAt: new Date(Date.now() + validDays * 86_400_000),
    })
    .returning({ id: invitations.id })
  if (!row) throw new Error('An inserted invitation was not returned')
  return { id: row.id, token: token.text }
}
