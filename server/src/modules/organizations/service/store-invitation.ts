import { invitations } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { enqueueMail, type Post } from '../../../kernel/mail.ts'
import { makeTenantToken } from '../../../kernel/tenant-token.ts'
import { currentOrganization } from './current-organization.ts'
import { refuseUnlessFree, type RosterPlaces } from './free-on-roster.ts'
import { countInvitationMail, holdRoomForInvitation } from './limit-invitations.ts'
import type { Plan } from './plans.ts'
import { composeInvitation } from './invitation-mail.ts'

export const invitationPrefix = 'invite'
const validDays = 7

/** Until when an invitation that is made or renewed now can be used. */
const endOfValidity = (): Date => new Date(Date.now() + validDays * 86_400_000)

/** Whom to invite, checked. */
export interface Invited extends RosterPlaces {
  email: string
  role: 'admin' | 'sales_rep'
  /** The inviter's name, as the invited person reads it. */
  invitedBy: string
}

/** A link is for the invited person's eyes: in their mailbox, and once on the inviter's screen. */
export interface InvitationLink {
  id: string
  url: string
}

/** Keeps an invitation and sends it, in one transaction. Throws CONFLICT for somebody who is a member already, or for a closer or setter who cannot become theirs. */
export async function storeInvitation(tx: Tx, invited: Invited, post: Post): Promise<InvitationLink> {
  const { plan } = await holdRoomForInvitation(tx)
  await refuseMember(tx, invited.email)
  await refuseUnlessFree(tx, invited)
  const token = makeTenantToken(invitationPrefix, tx.organizationId)
  const [row] = await tx.db
    .insert(invitations)
    .values({ organizationId: tx.organizationId, ...invited, tokenHash: token.hash, expiresAt: endOfValidity() })
    .returning({ id: invitations.id })
  if (!row) throw new Error('An inserted invitation was not returned')
  return { id: row.id, url: await send(tx, { ...invited, plan, again: null }, token.text, post) }
}

/** Gives an invitation a new token and seven new days, and sends it again. The link that was sent before leads nowhere. Its caller holds room for it. */
export async function renewInvitation(
  tx: Tx,
  invitation: Omit<Invited, 'role'> & { id: string; plan: Plan },
  post: Post,
): Promise<InvitationLink> {
  await refuseMember(tx, invitation.email)
  await refuseUnlessFree(tx, invitation)
  const token = makeTenantToken(invitationPrefix, tx.organizationId)
  await tx.query(`update invitations set token_hash = $3, expires_at = $4::text::timestamptz where organization_id = $1 and id = $2`, [
    tx.organizationId,
    invitation.id,
    token.hash,
    endOfValidity().toISOString(),
  ])
  return { id: invitation.id, url: await send(tx, { ...invitation, again: invitation.id }, token.text, post) }
}

async function refuseMember(tx: Tx, email: string): Promise<void> {
  const [member] = await tx.query<{ id: string }>(
    `select id from organization_members where organization_id = $1 and lower(email) = $2 limit 1`,
    [tx.organizationId, email],
  )
  if (member) throw conflict('This person is a member already.', [{ path: 'email', message: 'This person is a member already.' }])
}

interface ToSend extends Pick<Invited, 'email' | 'invitedBy'> {
  plan: Plan
  /** The invitation, where it is sent again. */
  again: string | null
}

async function send(tx: Tx, { email, invitedBy, plan, again }: ToSend, token: string, post: Post): Promise<string> {
  if (!post.unlimited) await countInvitationMail(tx, { email, plan, again })
  const url = `${post.publicUrl}/accept-invitation?token=${token}`
  const { name: organizationName } = await currentOrganization(tx)
  await enqueueMail(tx, post.vault, composeInvitation({ to: email, invitedBy, organizationName, url, validDays }))
  return url
}
