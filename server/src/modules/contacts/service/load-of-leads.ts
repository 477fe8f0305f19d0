import type { Tx } from '../../../database/tx.ts'
import { loadEvents, type EventRow } from '../../events/service/index.ts'
import { currencyOf, sightOf } from '../../organizations/service/index.ts'
import { countedPayments, loadPayments, type PaymentRow } from '../../payments/service/index.ts'

/** As many of a lead's as are shown with them; the lists of calls and payments have the rest. */
const most = 100

interface Owned {
  id: string
  leadId: string
}

async function grouped<Row>(
  tx: Tx,
  owned: readonly Owned[],
  load: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): Promise<ReadonlyMap<string, Row[]>> {
  if (owned.length === 0) return new Map()
  const rows = await load(
    tx,
    owned.map(({ id }) => id),
  )
  const groups = new Map<string, Row[]>()
  for (const { id, leadId } of owned) {
    const row = rows.get(id)
    if (row) groups.set(leadId, [...(groups.get(leadId) ?? []), row])
  }
  return groups
}

/** The calls of each of the given leads, the latest first; what was found to be a copy of one is none. */
export async function loadEventsOfLeads(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, EventRow[]>> {
  const owned = await tx.query<Owned>(
    `select e.id, l.id as "leadId" from unnest($2::uuid[]) as l(id) cross join lateral (
       select id, scheduled_at from events where organization_id = $1 and lead_id = l.id and duplicate_of_id is null order by scheduled_at desc, id desc limit ${most}
     ) e order by e.scheduled_at desc, e.id desc`,
    [tx.organizationId, leadIds],
  )
  return grouped(tx, owned, loadEvents)
}

/** The counted payments of each of the given leads, the latest first. */
export async function loadPaymentsOfLeads(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, PaymentRow[]>> {
  const owned = await tx.query<Owned>(
    `select p.id, l.id as "leadId" from unnest($2::uuid[]) as l(id) cross join lateral (
       select p.id, p.paid_at from payments p where p.organization_id = $1 and p.lead_id = l.id and ${countedPayments}
       order by p.paid_at desc, p.id desc limit ${most}
     ) p order by p.paid_at desc, p.id desc`,
    [tx.organizationId, leadIds],
  )
  return grouped(tx, owned, loadPayments)
}

/** What a lead's payments come to in the currency that the organization reports in; null where the rate of one of them is not known. None where payments are not shown. */
export interface CashOfLead {
  currency: string
  netMinor: bigint | null
}

export async function loadCashOfLeads(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, CashOfLead>> {
  const [currency, { money }] = await Promise.all([currencyOf(tx), sightOf(tx)])
  if (money !== 'payments') return new Map()
  const rows = await tx.query<{ leadId: string; netMinor: bigint | null }>(
    `select p.lead_id as "leadId", case when bool_and(p.reporting_amount_minor is not null)
       then sum(p.reporting_amount_minor - p.reporting_refunded_minor - p.reporting_lost_minor)::bigint end as "netMinor"
     from payments p where p.organization_id = $1 and p.lead_id = any($2::uuid[]) and ${countedPayments} group by p.lead_id`,
    [tx.organizationId, leadIds],
  )
  const known = new Map(rows.map(({ leadId, netMinor }) => [leadId, netMinor]))
  return new Map(leadIds.map((id) => [id, { currency, netMinor: known.has(id) ? (known.get(id) ?? null) : 0n }]))
}

/** Where each of the given leads came from: as their first booking that says so, else as was known before any. */
export interface OriginOfLead {
  sourceId: string | null
  trafficTypeId: string | null
}

export async function loadOrigins(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, OriginOfLead>> {
  const rows = await tx.query<OriginOfLead & { id: string }>(
    `select l.id, ${originColumn('source_id')} as "sourceId", ${originColumn('traffic_type_id')} as "trafficTypeId"
     from leads l where l.organization_id = $1 and l.id = any($2::uuid[])`,
    [tx.organizationId, leadIds],
  )
  return new Map(rows.map(({ id, ...origin }) => [id, origin]))
}

/** SQL of where the lead `l` came from. */
export const originColumn = (column: 'source_id' | 'traffic_type_id'): string =>
  `coalesce((select e.${column} from events e where e.organization_id = l.organization_id and e.lead_id = l.id and e.duplicate_of_id is null
     and e.${column} is not null order by e.booked_at, e.booking_ref limit 1), l.${column})`
