import { portalLinks } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorName } from '../../../kernel/actor.ts'
import { makeTenantToken } from '../../../kernel/tenant-token.ts'
import { portalLinkPrefix } from './portal-link-schemas.ts'

/** A new link's id, and its token: answered once, and kept nowhere but as a hash. */
export interface MadePortalLink {
  id: string
  token: string
}

/** Makes a link for one closer or one setter. */
export async function storePortalLink(
  tx: Tx,
  actor: Actor,
  link: { closerId: string | null; setterId: string | null; singleUse: boolean; expiresAt: Date },
): Promise<MadePortalLink> {
  const token = makeTenantToken(portalLinkPrefix, tx.organizationId)
  const [row] = await tx.db
    .insert(portalLinks)
    .values({
      organizationId: tx.organizationId,
      ...link,
      tokenHash: token.hash,
      lastFour: token.lastFour,
      createdBy: actorName(actor),
    })
    .returning({ id: portalLinks.id })
  if (!row) throw new Error('An inserted portal link was not returned')
  return { id: row.id, token: token.text }
}
