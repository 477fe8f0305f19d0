import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import { bookingChanged } from './facts.ts'
import { inheritDownChain } from './link-chain.ts'
import { noteSetters } from './note-setters.ts'

interface Resolved {
  id: string
  leadId: string
}

/**
 * The roster learned a name or an address: events that named it before, and matched nobody, are now that person's or source's.
 * So an admin resolves a name once, for all past and future bookings.
 */
export async function resolvePastBookings(tx: Tx, changed: { kind: 'closer' | 'setter' | 'source'; id: string }): Promise<void> {
  const resolved = await resolvers[changed.kind](tx, changed.id)
  for (const { id } of resolved) await inheritDownChain(tx, id)
  if (changed.kind === 'setter') for (const leadId of new Set(resolved.map((event) => event.leadId))) await noteSetters(tx, leadId)
  for (const { id, leadId } of resolved) await bookingChanged.announce(tx, { eventId: id, leadId })
}

// Only heads of chains take a name: what follows them inherits.
const resolvers: Readonly<Record<'closer' | 'setter' | 'source', (tx: Tx, id: string) => Promise<Resolved[]>>> = {
  closer: (tx, id) =>
    tx.query<Resolved>(
      `update events e set closer_id = c.id from closers c
       where e.organization_id = $1 and e.closer_id is null and c.organization_id = e.organization_id and c.id = $2
         and c.deactivated_at is null and lower(e.host_email) = c.email
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id],
    ),
  setter: (tx, id) =>
    tx.query<Resolved>(
      `update events e set setter_id = n.setter_id from setter_names n
       where e.organization_id = $1 and e.setter_id is null and e.rescheduled_from_id is null and n.organization_id = e.organization_id
         and n.setter_id = $2 and e.setter_key = n.name_key
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id],
    ),
  source: async (tx, id) =>
    tx.query<Resolved>(
      `update events e set source_id = s.id, traffic_type_id = coalesce(e.traffic_type_id, s.traffic_type_id)
       from sources s
       where e.organization_id = $1 and e.source_id is null and e.rescheduled_from_id is null and s.organization_id = e.organization_id
         and s.id = $2 and e.source_name = any($3::text[])
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id, await spellingsOfSource(tx, id)],
    ),
}

/** How bookings spell the names of a source: names are folded in one place only, which is not the database. */
async function spellingsOfSource(tx: Tx, sourceId: string): Promise<string[]> {
  const keys = await tx.query<{ key: string }>(`select name_key as key from source_names where organization_id = $1 and source_id = $2`, [
    tx.organizationId,
    sourceId,
  ])
  const spelled = await tx.query<{ name: string }>(
    `select distinct source_name as name from events where organization_id = $1 and source_id is null and source_name is not null`,
    [tx.organizationId],
  )
  const known = new Set(keys.map(({ key }) => key))
  return spelled.flatMap(({ name }) => (known.has(normaliseName(name)) ? [name] : []))
}
