import type { Database } from '../../../database/tx.ts'
import type { Actor, Origin } from '../../../kernel/actor.ts'
import { asPortal } from './open-portal-link.ts'

/** How somebody who came by a portal link is in, as they are told themselves. */
export interface PortalVisit {
  openedAt: string
  endsAt: string
  linkEndsAt: string
  singleUse: boolean
  /** On how many browsers beside this one the portal is open by the same link. */
  otherSessions: number
}

/** The visit of whoever came by a link: their own session and its link, and nobody else's. */
export async function ownPortalVisit({
  database,
  actor: { organizationId, linkId, sessionId },
  origin,
}: {
  database: Database
  actor: Extract<Actor, { kind: 'portal' }>
  origin: Origin
}): Promise<PortalVisit | null> {
  return database.transaction(
    asPortal({ organizationId, linkId }, origin),
    async (tx) => {
      const [visit] = await tx.query<PortalVisit>(
        `select s.created_at as "openedAt", least(s.expires_at, l.expires_at) as "endsAt", l.expires_at as "linkEndsAt", l.single_use as "singleUse",
           (select count(*)::int from portal_sessions o where o.organization_id = $1 and o.link_id = l.id and o.id <> s.id
             and o.ended_at is null and o.expires_at > now()) as "otherSessions"
         from portal_sessions s join portal_links l on l.organization_id = s.organization_id and l.id = s.link_id
         where s.organization_id = $1 and s.id = $2`,
        [organizationId, sessionId],
      )
      return visit ?? null
    },
    { readOnly: true },
  )
}
