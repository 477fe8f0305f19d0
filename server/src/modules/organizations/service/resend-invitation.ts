import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import type { Post } from '../../../kernel/mail.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import type { RosterPlaces } from './free-on-roster.ts'
import { holdRoomForInvitation } from './limit-invitations.ts'
import { type InvitationLink, renewInvitation } from './store-invitation.ts'

const ResendInvitation = z.object({ id: z.uuid('Say which invitation.') })
export type ResendInvitation = z.input<typeof ResendInvitation>

/** Sends an invitation again, with a new link; one that expired too. */
export async function resendInvitation({ actor, input, tx, post }: Verb<ResendInvitation> & { post: Post }): Promise<InvitationLink> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(ResendInvitation, input)
  const { plan } = await holdRoomForInvitation(tx, id)
  const [row] = await tx.query<RosterPlaces & { email: string; accepted: boolean; revoked: boolean }>(
    `select email, closer_id as "closerId", setter_id as "setterId", accepted_at is not null as accepted, revoked_at is not null as revoked
     from invitations where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!row) throw notFound('invitation')
  if (row.accepted) throw conflict('It was accepted already: this person is a member.')
  if (row.revoked) throw conflict('It was taken back. Invite them anew.')
  const { email, closerId, setterId } = row
  return renewInvitation(tx, { id, plan, email, closerId, setterId, invitedBy: actorName(actor) }, post)
}
