import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { lockMember } from './members.ts'

const ChangeMemberRole = z.object({
  memberId: z.uuid('Say which member.'),
  role: z.enum(['admin', 'sales_rep'], 'Make them an admin or a sales rep. An organization is handed over by its owner.'),
})
export type ChangeMemberRole = z.input<typeof ChangeMemberRole>

/** Makes a member an admin or a sales rep. It holds from the commit on, for whatever they begin after it. */
export async function changeMemberRole({ actor, input, tx }: Verb<ChangeMemberRole>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { memberId, role } = parseInput(ChangeMemberRole, input)
  const member = await lockMember(tx, memberId)
  if (member.role === 'owner') throw conflict('The owner stays the owner until they hand the organization over.')
  await tx.query(`update organization_members set role = $3 where organization_id = $1 and id = $2`, [tx.organizationId, member.id, role])
  return { id: member.id }
}
