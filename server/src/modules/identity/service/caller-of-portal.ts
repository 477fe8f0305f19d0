import type { Database } from '../../../database/tx.ts'
import { acting, type Caller, keptOut, unrecognised } from '../../../kernel/caller.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import { insideTenant } from './inside-tenant.ts'
import { doorColumns, type OrganizationDoor, whyShut } from './organization-door.ts'

/**
 * The name of the cookie that a portal link is exchanged for. Over https its prefix has browsers take it from this very host alone,
 * so that no neighbouring site can set one in its place.
 */
export const portalCookieOf = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-clinch_portal' : 'clinch_portal')

/** How the cookie's token begins. */
export const portalSessionPrefix = 'portalsession'

interface PortalRow extends OrganizationDoor {
  sessionId: string
  linkId: string
  closerId: string | null
  setterId: string | null
  name: string
  over: boolean
  left: boolean
  stale: boolean
}

const ended = unrecognised('This portal session has ended. Open your link again, or ask for a new one.')

/** Who calls with the cookie of a portal session. It ends with its link, and with the person's place on the roster. */
export async function callerOfPortal(database: Database, text: string): Promise<Caller> {
  const token = readTenantToken(portalSessionPrefix, text)
  if (!token) return ended
  const { organizationId, hash } = token
  const [rows] = await database.flight(
    insideTenant(organizationId),
    [
      {
        text: `select s.id as "sessionId", l.id as "linkId", l.closer_id as "closerId", l.setter_id as "setterId", coalesce(c.name, t.name) as name,
                 s.ended_at is not null or s.expires_at <= now() or l.revoked_at is not null or l.expires_at <= now() as over,
                 coalesce(c.deactivated_at, t.deactivated_at) is not null as left,
                 s.last_seen_at < now() - interval '1 minute' as stale, ${doorColumns}
               from portal_sessions s
               join portal_links l on l.organization_id = s.organization_id and l.id = s.link_id
               join organizations o on o.id = s.organization_id
               left join closers c on c.organization_id = l.organization_id and c.id = l.closer_id
               left join setters t on t.organization_id = l.organization_id and t.id = l.setter_id
               where s.organization_id = $1 and s.token_hash = $2`,
        parameters: [organizationId, hash],
      },
    ],
    { readOnly: true },
  )
  const session = rows?.[0] as PortalRow | undefined
  if (!session || session.over || session.left) return ended
  const shut = whyShut(session)
  if (shut) return keptOut(null, shut)
  const { sessionId, linkId, closerId, setterId, name } = session
  if (session.stale) {
    await database.flight(insideTenant(organizationId), [
      {
        text: `update portal_sessions set last_seen_at = now() where organization_id = $1 and id = $2`,
        parameters: [organizationId, sessionId],
      },
      { text: `update portal_links set last_used_at = now() where organization_id = $1 and id = $2`, parameters: [organizationId, linkId] },
    ])
  }
  return acting(null, { kind: 'portal', organizationId, linkId, sessionId, name, closerId, setterId })
}
