import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { act, authorizeOperator, type OperatorVerb, perform } from './operator-verb.ts'
import { Reason } from './schemas.ts'

const DeleteUser = z.object({ userId: z.uuid('This is not an id.').transform((id) => id.toLowerCase()), reason: Reason })
export type DeleteUser = z.input<typeof DeleteUser>

/** Removes a user for good: their memberships, sessions and passwords. What they did in their organizations stays, under their name. */
export async function deleteUser({ input, ...by }: OperatorVerb<DeleteUser>): Promise<{ userId: string }> {
  authorizeOperator(by.account)
  const { userId, reason } = parseInput(DeleteUser, input)
  return act(by, { operation: 'deleteUser', input }, async (tx) => {
    await perform(tx, 'delete_user($1::uuid, $2)', [userId, reason], {
      what: 'user',
      refusals: {
        owner: 'This user owns an organization. It must be handed over or deleted first.',
        operator: 'This user operates the platform. That must be taken from them in the database first.',
      },
    })
    return { userId }
  })
}
