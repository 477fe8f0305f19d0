import { v7 as uuidv7 } from 'uuid'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import { makeTenantToken } from '../../../kernel/tenant-token.ts'
import { portalSessionPrefix } from '../../identity/service/index.ts'
import type { KnownLink } from './admit-portal-opening.ts'

/** How long a session lasts, in days; never longer than its link. */
const sessionDays = 30

/** A session that a link was exchanged for. Its token goes into the cookie, and is kept nowhere but as a hash. */
export interface OpenedPortal {
  token: string
  /** How long the cookie is good for. */
  maxAgeSeconds: number
}

export interface OpenPortalLink {
  database: Database
  link: KnownLink
  /** The browser's own description of itself. */
  device: string
  origin: Origin
}

/** As whoever came by a link, writing what only the whole organization may: which links and sessions there are. */
export const asPortal = ({ organizationId, linkId }: KnownLink, origin: Origin): SessionSettings => ({
  organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: `portal:${linkId}`,
  ...origin,
})

/**
 * Exchanges a link for a session; null where the link is not good, for whatever reason. It opens its own transaction, since nobody acts
 * yet: the link's row is locked first and looked at then, so that one of single use makes one session, however many open it at once.
 */
export function openPortalLink({ database, link, device, origin }: OpenPortalLink): Promise<OpenedPortal | null> {
  return database.transaction(asPortal(link, origin), async (tx) => {
    if (!(await lockGoodLink(tx, link.linkId))) return null
    const token = makeTenantToken(portalSessionPrefix, link.organizationId)
    const [session] = await tx.query<{ maxAgeSeconds: number }>(
      `insert into portal_sessions (organization_id, id, link_id, token_hash, address, device, expires_at)
       select organization_id, $3, id, $4, $5, $6, least(expires_at, now() + make_interval(days => $7))
       from portal_links where organization_id = $1 and id = $2
       returning floor(extract(epoch from expires_at - now()))::int as "maxAgeSeconds"`,
      [link.organizationId, link.linkId, uuidv7(), token.hash, origin.address ?? '', device.slice(0, 300), sessionDays],
    )
    if (!session) throw new Error('An inserted portal session was not returned')
    await tx.query(
      `update portal_links set first_used_at = coalesce(first_used_at, now()), last_used_at = now() where organization_id = $1 and id = $2`,
      [link.organizationId, link.linkId],
    )
    return { token: token.text, maxAgeSeconds: session.maxAgeSeconds }
  })
}

/** Holds the link's row until the transaction ends; whether it may be opened: it, its person and its organization. */
async function lockGoodLink(tx: Tx, linkId: string): Promise<boolean> {
  const [row] = await tx.query<{ good: boolean }>(
    `select l.revoked_at is null and l.expires_at > now() and not (l.single_use and l.first_used_at is not null)
       and coalesce(c.deactivated_at, s.deactivated_at) is null and o.state = 'active' as good
     from portal_links l
     join organizations o on o.id = l.organization_id
     left join closers c on c.organization_id = l.organization_id and c.id = l.closer_id
     left join setters s on s.organization_id = l.organization_id and s.id = l.setter_id
     where l.organization_id = $1 and l.id = $2 for update of l`,
    [tx.organizationId, linkId],
  )
  return row?.good ?? false
}
