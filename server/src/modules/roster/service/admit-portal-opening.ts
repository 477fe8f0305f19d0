import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import { limitKeyOfAddress } from '../../../lib/limit-key.ts'
import { portalLinkPrefix } from './portal-link-schemas.ts'

/** A link as the door sees it: found by the hash of its token, whatever has become of it. */
export interface KnownLink {
  organizationId: string
  linkId: string
}

export type Admission = { admitted: false; retryAfterSeconds: number } | { admitted: true; link: KnownLink | null }

interface Found {
  wait: number
  linkId: string | null
}

/** Attempts a minute, from one network address and with one token. */
const perAddress = 30
const perLink = 20
const windowSeconds = 60

/** Inside the tenant that the token claims; outside of any where it claims none, which finds nothing. */
const claimed = (organizationId: string | null): SessionSettings => ({
  organizationId,
  userId: null,
  scope: organizationId === null ? 'none' : 'organization',
  repIds: [],
  actor: 'job:portal-door',
  requestId: '',
})

/**
 * Counts an attempt against the limits of its address and of its token, and finds the link, all in one flight of its own: what is
 * refused afterwards is counted all the same. An address that is over its limit uses up nobody's link.
 */
export async function admitPortalOpening(
  database: Database,
  { token: text, address, limited }: { token: string; address: string; limited: boolean },
): Promise<Admission> {
  const token = readTenantToken(portalLinkPrefix, text)
  const [rows] = await database.flight(claimed(token?.organizationId ?? null), [
    {
      text: `with at_address as materialized (select case when $1::boolean then intake.consume($2, $3, $4) else 0 end as wait),
               of_link as materialized (
                 select wait, case when $1 and wait = 0 and $5::text is not null then intake.consume('portal:link:' || $5, $6, $4) else 0 end as link_wait
                 from at_address)
             select greatest(wait, link_wait) as wait, l.id as "linkId" from of_link
             left join portal_links l on wait = 0 and link_wait = 0 and l.organization_id = $7 and l.token_hash = $5`,
      parameters: [
        limited,
        `portal:address:${limitKeyOfAddress(address)}`,
        perAddress,
        windowSeconds,
        token?.hash ?? null,
        perLink,
        token?.organizationId ?? null,
      ],
    },
  ])
  // The shape that the statement's columns give.
  const [found] = rows as [Found]
  if (found.wait > 0) return { admitted: false, retryAfterSeconds: found.wait }
  return { admitted: true, link: token && found.linkId ? { organizationId: token.organizationId, linkId: found.linkId } : null }
}
