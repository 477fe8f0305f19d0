import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import type { LockedMember } from './members.ts'

const TransferOwnership = z.object({ memberId: z.uuid('Say to which member.') })
export type TransferOwnership = z.input<typeof TransferOwnership>

/** Hands the organization over to another member. Who owned it stays as an admin. */
export async function transferOwnership({ actor, input, tx }: Verb<TransferOwnership>): Promise<{ id: string }> {
  authorize(actor, 'organization:own')
  const { memberId } = parseInput(TransferOwnership, input)
  const held = await tx.query<LockedMember>(
    `select id, user_id as "userId", role from organization_members where organization_id = $1 and (id = $2 or role = 'owner') order by id for update`,
    [tx.organizationId, memberId],
  )
  const [owner, next] = [held.find(({ role }) => role === 'owner'), held.find(({ id }) => id === memberId)]
  if (!next) throw notFound('member')
  if (!owner || actor.kind !== 'user' || owner.userId !== actor.userId)
    throw conflict('You do not own this organization any more. Reload the page.')
  if (next.id === owner.id) throw conflict('You own it already.')
  // First the one and then the other: there is one owner at any moment. That there is one again is looked at when the transaction ends.
  const become = (id: string, role: string) =>
    tx.query(`update organization_members set role = $3 where organization_id = $1 and id = $2`, [tx.organizationId, id, role])
  await become(owner.id, 'admin')
  await become(next.id, 'owner')
  return { id: next.id }
}
