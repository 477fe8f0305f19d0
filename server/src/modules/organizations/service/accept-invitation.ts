import { organizationMembers } from '@clinch/drizzle/tables'
import { z } from 'zod'
import type { Database, Tx } from '../../../database/tx.ts'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { invitationPrefix } from './invite-member.ts'

const AcceptInvitation = z.object({ token: z.string().max(200, 'This is no invitation.') })
export type AcceptInvitation = z.input<typeof AcceptInvitation>

interface InvitationRow {
  id: string
  email: string
  role: 'admin' | 'sales_rep'
  closerId: string | null
  setterId: string | null
  accepted: boolean
  revoked: boolean
  expired: boolean
}

/**
 * Joins an organization by invitation. It belongs to the invited address, and can be used once, also by two at the same moment.
 * One that is used, revoked or expired says so and nothing else. It opens its own transaction: the caller is in no tenant yet.
 */
export async function acceptInvitation({
  account,
  input,
  database,
  origin,
}: {
  account: Account
  input: AcceptInvitation
  database: Database
  origin: Origin
}): Promise<{ organizationId: string }> {
  const { token: text } = parseInput(AcceptInvitation, input)
  const token = readTenantToken(invitationPrefix, text)
  if (!token) throw notFound('invitation')
  const { organizationId, hash } = token
  const settings: SessionSettings = {
    organizationId,
    userId: account.userId,
    scope: 'organization',
    repIds: [],
    actor: `user:${account.userId}`,
    ...origin,
  }
  await database.transaction(settings, async (tx) => {
    const invitation = await lockInvitation(tx, hash)
    if (!invitation || invitation.email !== account.email.toLowerCase()) throw notFound('invitation')
    if (invitation.accepted) throw conflict('This invitation was used already.')
    if (invitation.revoked) throw conflict('This invitation was taken back. Ask for a new one.')
    if (invitation.expired) throw conflict('This invitation has expired. Ask for a new one.')
    await join(tx, account, invitation)
  })
  return { organizationId }
}

async function lockInvitation(tx: Tx, hash: string): Promise<InvitationRow | null> {
  const [row] = await tx.query<InvitationRow>(
    `select id, email, role, closer_id as "closerId", setter_id as "setterId", accepted_at is not null as accepted, revoked_at is not null as revoked,
       expires_at <= now() as expired from invitations where organization_id = $1 and token_hash = $2 for update`,
    [tx.organizationId, hash],
  )
  return row ?? null
}

async function join(tx: Tx, account: Account, invitation: InvitationRow): Promise<void> {
  await tx.db
    .insert(organizationMembers)
    .values({ organizationId: tx.organizationId, userId: account.userId, role: invitation.role, name: account.name, email: account.email })
  if (invitation.closerId)
    await tx.query(`update closers set user_id = $3 where organization_id = $1 and id = $2`, [
      tx.organizationId,
      invitation.closerId,
      account.userId,
    ])
  if (invitation.setterId)
    await tx.query(`update setters set user_id = $3 where organization_id = $1 and id = $2`, [
      tx.organizationId,
      invitation.setterId,
      account.userId,
    ])
  await tx.query(`update invitations set accepted_at = now() where organization_id = $1 and id = $2`, [tx.organizationId, invitation.id])
}
