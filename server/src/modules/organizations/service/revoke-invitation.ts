import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'

const RevokeInvitation = z.object({ id: z.uuid('Say which invitation.') })
export type RevokeInvitation = z.input<typeof RevokeInvitation>

/** Takes an invitation back, unless it was accepted already. */
export async function revokeInvitation({ actor, input, tx }: Verb<RevokeInvitation>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RevokeInvitation, input)
  const [row] = await tx.query<{ accepted: boolean }>(
    `select accepted_at is not null as accepted from invitations where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!row) throw notFound('invitation')
  if (row.accepted) throw conflict('It was accepted already: this person is a member.')
  await tx.query(`update invitations set revoked_at = coalesce(revoked_at, now()) where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return { id }
}
