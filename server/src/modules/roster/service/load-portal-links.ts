import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'

/** A portal link, as read. Its token is not to be had. */
export interface PortalLinkRow {
  id: string
  closerId: string | null
  setterId: string | null
  lastFour: string
  singleUse: boolean
  state: 'active' | 'used' | 'expired' | 'revoked'
  openSessions: number
  createdBy: string
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export interface PortalLinkFilter {
  id?: string | undefined
  closerId?: string | null | undefined
  setterId?: string | null | undefined
}

/** The links of an organization, or of one person in it, the newest first. */
export function listPortalLinks(tx: Tx, { id, closerId, setterId }: PortalLinkFilter = {}): Promise<PortalLinkRow[]> {
  const conditions = new Conditions([tx.organizationId])
    .always('l.organization_id = $1')
    .anyId('l.id', id ? [id] : undefined, 'id')
    .anyId('l.closer_id', closerId ? [closerId] : undefined, 'closerId')
    .anyId('l.setter_id', setterId ? [setterId] : undefined, 'setterId')
  return tx.query<PortalLinkRow>(
    `select l.id, l.closer_id as "closerId", l.setter_id as "setterId", l.last_four as "lastFour", l.single_use as "singleUse",
       case when l.revoked_at is not null then 'revoked' when l.expires_at <= now() then 'expired'
         when l.single_use and l.first_used_at is not null then 'used' else 'active' end as state,
       (select count(*)::int from portal_sessions s where s.organization_id = l.organization_id and s.link_id = l.id
         and l.revoked_at is null and s.ended_at is null and s.expires_at > now()) as "openSessions",
       l.created_by as "createdBy", l.created_at as "createdAt", l.expires_at as "expiresAt", l.last_used_at as "lastUsedAt",
       l.revoked_at as "revokedAt"
     from portal_links l where ${conditions.where} order by l.created_at desc, l.id desc limit 500`,
    conditions.parameters,
  )
}
