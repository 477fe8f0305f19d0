import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { endMembership, lockMember } from './members.ts'

const RemoveMember = z.object({ memberId: z.uuid('Say which member.') })
export type RemoveMember = z.input<typeof RemoveMember>

/** Takes somebody out of the organization; their seat is free at once. */
export async function removeMember({ actor, input, tx }: Verb<RemoveMember>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { memberId } = parseInput(RemoveMember, input)
  await endMembership(tx, await lockMember(tx, memberId))
  return { id: memberId }
}
