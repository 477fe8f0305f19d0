import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'
import type { Period } from '../../../lib/period.ts'
import { providersWithAvailability } from './ask-availability.ts'

/** Of whom something is known. */
export interface KnownClosers {
  /** Who is active, and who was when it was known. */
  closers: number
  knownClosers: number
  /** Whether a booking tool can be asked, as far as the caller may know. Null for who sees no connections. */
  connected: boolean | null
}

/** Of how many closers, among those whom the caller may see figures of, the availability of some day of a period is known. */
export async function knownClosers(tx: Tx, { from, to }: Period, closerIds: readonly string[] | undefined): Promise<KnownClosers> {
  const seesAll = tx.settings.scope === 'organization'
  const conditions = new Conditions([tx.organizationId, from, to, providersWithAvailability])
    .anyId('c.id', closerIds, 'filter.closerIds')
    .anyId('c.id', seesAll ? undefined : tx.settings.repIds, 'filter.closerIds')
  const [row] = await tx.query<{ closers: number; knownClosers: number; connected: boolean }>(
    `select count(*) filter (where k.active or k.known)::int as closers, count(*) filter (where k.known)::int as "knownClosers",
       exists (select from connections n join connection_secrets s on s.organization_id = n.organization_id and s.connection_id = n.id
         where n.organization_id = $1 and n.state = 'active' and n.provider = any($4::text[]) and s.field = 'api_key'
           and (s.valid_until is null or s.valid_until > now())) as connected
     from (
       select c.deactivated_at is null as active, exists (select from closer_availability a where a.organization_id = $1 and a.closer_id = c.id
         and a.day between $2::text::date and $3::text::date) as known
       from closers c where c.organization_id = $1 and ${conditions.where}
     ) k`,
    conditions.parameters,
  )
  if (!row) throw new Error('A count answered nothing')
  return { ...row, connected: seesAll ? row.connected : null }
}
