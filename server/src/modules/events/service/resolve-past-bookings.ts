import type { Tx } from '../../../database/tenant-transaction.ts'
import { noteSetterOfLead } from '../../leads/service/index.ts'
import { bookingChanged } from './facts.ts'
import { inheritDownChain } from './link-chain.ts'

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
  if (changed.kind === 'setter') for (const { leadId } of resolved) await noteSetterOfLead(tx, leadId, changed.id)
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
  source: (tx, id) =>
    tx.query<Resolved>(
      `update events e set source_id = s.id, traffic_type_id = coalesce(e.traffic_type_id, s.traffic_type_id)
       from source_names n join sources s on s.organization_id = n.organization_id and s.id = n.source_id
       where e.organization_id = $1 and e.source_id is null and e.rescheduled_from_id is null and n.organization_id = e.organization_id
         and n.source_id = $2 and regexp_replace(lower(btrim(e.source_name)), '[^[:alnum:]]+', ' ', 'g') = n.name_key
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id],
    ),
}
