import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import type { RosterKind } from '../../roster/service/index.ts'
import { bookingChanged } from './facts.ts'
import { noteSetters } from './note-setters.ts'
import { resolvePastHosts } from './resolve-past-hosts.ts'
import { type Resettled, settleChain } from './settle-chain.ts'

/**
 * The roster learned a name or an address: events that named it before, and matched nobody, are now that person's or source's; but not
 * those of which a person said whose they are, nor those booked after the person had left. So an admin resolves a name once, for all past
 * and future bookings.
 */
export async function resolvePastBookings(tx: Tx, changed: { kind: RosterKind; id: string }): Promise<void> {
  const resolved = await resolvers[changed.kind](tx, changed.id)
  const settled = [...resolved]
  for (const { id } of resolved) settled.push(...(await settleChain(tx, id)))
  const byLead = new Map(settled.map(({ id, leadId }) => [leadId, id]))
  if (changed.kind === 'setter') for (const leadId of byLead.keys()) await noteSetters(tx, leadId)
  for (const [leadId, eventId] of byLead) await bookingChanged.announce(tx, { eventId, leadId })
}

// Only heads of chains take a name: what follows them inherits.
const resolvers: Readonly<Record<RosterKind, (tx: Tx, id: string) => Promise<Resettled[]>>> = {
  closer: resolvePastHosts,
  setter: (tx, id) =>
    tx.query<Resettled>(
      `update events e set setter_id = n.setter_id from setter_names n join setters s on s.organization_id = n.organization_id and s.id = n.setter_id
       where e.organization_id = $1 and e.setter_id is null and not e.setter_assigned and e.rescheduled_from_id is null and n.organization_id = e.organization_id
         and n.setter_id = $2 and e.setter_key = n.name_key and (s.deactivated_at is null or s.deactivated_at > e.booked_at)
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id],
    ),
  source: async (tx, id) =>
    tx.query<Resettled>(
      `update events e set source_id = s.id, traffic_type_id = coalesce(e.traffic_type_id, s.traffic_type_id)
       from sources s
       where e.organization_id = $1 and e.source_id is null and e.rescheduled_from_id is null and s.organization_id = e.organization_id
         and s.id = $2 and e.source_name = any($3::text[])
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id, await spellings(tx, 'source', id)],
    ),
  traffic_type: async (tx, id) =>
    tx.query<Resettled>(
      `update events e set traffic_type_id = $2 where e.organization_id = $1 and e.rescheduled_from_id is null
         and e.traffic_type_name = any($3::text[]) and e.traffic_type_id is distinct from $2::uuid
       returning e.id, e.lead_id as "leadId"`,
      [tx.organizationId, id, await spellings(tx, 'traffic_type', id)],
    ),
}

const named = {
  source: {
    keys: `select name_key as key from source_names where organization_id = $1 and source_id = $2`,
    spelled: `select distinct source_name as name from events where organization_id = $1 and source_id is null and source_name is not null`,
  },
  traffic_type: {
    keys: `select name_key as key from traffic_types where organization_id = $1 and id = $2
      union select name_key from traffic_type_names where organization_id = $1 and traffic_type_id = $2`,
    spelled: `select distinct traffic_type_name as name from events where organization_id = $1 and traffic_type_name is not null`,
  },
} as const

/** How bookings spell the names of a source or traffic type: names are folded in one place only, which is not the database. */
async function spellings(tx: Tx, kind: keyof typeof named, id: string): Promise<string[]> {
  const keys = await tx.query<{ key: string }>(named[kind].keys, [tx.organizationId, id])
  const spelled = await tx.query<{ name: string }>(named[kind].spelled, [tx.organizationId])
  const known = new Set(keys.map(({ key }) => key))
  return spelled.flatMap(({ name }) => (known.has(normaliseName(name)) ? [name] : []))
}
