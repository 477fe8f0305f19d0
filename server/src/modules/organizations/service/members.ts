import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { memberGone } from './facts.ts'

export interface LockedMember {
  id: string
  userId: string
  role: 'owner' | 'admin' | 'sales_rep'
}

/** A membership, held until the transaction ends. */
export async function lockMember(tx: Tx, id: string): Promise<LockedMember> {
  const [row] = await tx.query<LockedMember>(
    `select id, user_id as "userId", role from organization_members where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!row) throw notFound('member')
  return row
}

/** Ends a membership. Who they are on the roster stays, with all of its calls, and is nobody's account any more. Keys they made stay the organization's. */
export async function endMembership(tx: Tx, { id, userId, role }: LockedMember): Promise<void> {
  if (role === 'owner') throw conflict('The owner cannot go: hand the organization over first.')
  await tx.query(`delete from organization_members where organization_id = $1 and id = $2`, [tx.organizationId, id])
  await memberGone.announce(tx, { userId })
}
