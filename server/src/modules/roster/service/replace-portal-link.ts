import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { createPortalLink } from './create-portal-link.ts'
import { daysFromNow, mostDays } from './portal-link-schemas.ts'
import { shutPortalLink, WhichPortalLink } from './revoke-portal-link.ts'
import type { MadePortalLink } from './store-portal-link.ts'

interface OldLink {
  closerId: string | null
  setterId: string | null
  singleUse: boolean
  lifeMs: number
  revoked: boolean
}

/**
 * Revokes a link that was lost or is over, and makes one like it for the same person, as long-lived as the old one was: both or
 * neither. Of two who press at once, one gets the new link; the other is told that it is replaced.
 */
export async function replacePortalLink({ actor, input, tx }: Verb<WhichPortalLink>): Promise<MadePortalLink> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(WhichPortalLink, input)
  const [old] = await tx.query<OldLink>(
    `select closer_id as "closerId", setter_id as "setterId", single_use as "singleUse", revoked_at is not null as revoked,
       (extract(epoch from expires_at - created_at) * 1000)::float8 as "lifeMs"
     from portal_links where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, id],
  )
  if (!old) throw notFound('portal link')
  if (old.revoked) throw conflict('This link was revoked or replaced already.')
  await shutPortalLink(tx, id)
  const { closerId, setterId, singleUse, lifeMs } = old
  const expiresAt = new Date(Math.min(Date.now() + lifeMs, daysFromNow(mostDays).getTime()))
  return createPortalLink({ actor, input: { closerId, setterId, singleUse, expiresAt }, tx })
}
