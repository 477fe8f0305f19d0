import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../database/tx.ts'
import { forbidden, notFound } from '../../../kernel/errors.ts'
import { endMembership, type LockedMember } from './members.ts'

/** Ends the caller's own membership, whatever their role; the owner hands the organization over first. */
export async function leaveOrganization({ actor, tx }: { actor: Actor; tx: Tx }): Promise<{ organizationId: string }> {
  if (actor.kind !== 'user') throw forbidden('Only a member can leave.', 'member')
  // A rep may read and delete their own membership, but lock no row of it.
  const [member] = await tx.query<LockedMember>(
    `select id, user_id as "userId", role from organization_members where organization_id = $1 and user_id = $2`,
    [tx.organizationId, actor.userId],
  )
  if (!member) throw notFound('member')
  await endMembership(tx, member)
  return { organizationId: tx.organizationId }
}
