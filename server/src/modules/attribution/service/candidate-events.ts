import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { firstBookedAt, isMoved } from '../../events/service/index.ts'
import type { CandidateEvent } from './attribution-facts.ts'

interface CandidateRow extends Omit<CandidateEvent, 'scheduledAt' | 'bookedAt' | 'reported'> {
  scheduledAt: string
  bookedAt: string
  reportedMinor: bigint | null
  reportedCurrency: string | null
}

/** A copy of another event is never a candidate: what it is a copy of stands for it. */
const candidates = `select e.id as "eventId", e.booking_ref as "bookingRef", e.lead_id as "leadId", l.name as "leadName", e.scheduled_at as "scheduledAt", ${firstBookedAt} as "bookedAt",
  e.status, e.outcome, ${isMoved()} as moved, e.closer_id as "closerId", c.name as "closerName", e.setter_id as "setterId", s.name as "setterName",
  e.source_id as "sourceId", e.traffic_type_id as "trafficTypeId",
  f.cash_collected_minor as "reportedMinor", f.cash_currency as "reportedCurrency"
  from events e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
  left join closers c on c.organization_id = e.organization_id and c.id = e.closer_id
  left join setters s on s.organization_id = e.organization_id and s.id = e.setter_id
  left join post_call_forms f on f.organization_id = e.organization_id and f.event_id = e.id
  where e.organization_id = $1 and e.duplicate_of_id is null`

/** The events of these leads, by lead. */
export async function loadEventsOfLeads(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, CandidateEvent[]>> {
  const byLead = new Map<string, CandidateEvent[]>()
  if (leadIds.length === 0) return byLead
  const rows = await tx.query<CandidateRow>(`${candidates} and e.lead_id = any($2::uuid[])`, [tx.organizationId, leadIds])
  for (const row of rows) {
    const group = byLead.get(row.leadId)
    if (group) group.push(toCandidate(row))
    else byLead.set(row.leadId, [toCandidate(row)])
  }
  return byLead
}

/** The events of these ids, by id; a copy is answered as what it is a copy of. */
export async function loadEventsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CandidateEvent>> {
  if (ids.length === 0) return new Map()
  const originals = await originalsOf(tx, `e.id = any($2::uuid[])`, ids)
  const events = await loadOriginals(
    tx,
    originals.map(({ originalId }) => originalId),
  )
  return new Map(
    originals.flatMap(({ id, originalId }) => {
      const event = events.get(originalId)
      return event ? [[id, event] as const] : []
    }),
  )
}

/** As our ids are written: what is written otherwise names none. */
const ourOwnId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The events whom any of these texts names, by our id or by the booking tool's, with the name that was matched. */
export async function findEventsNamed(
  tx: Tx,
  names: readonly string[],
): Promise<{ id: string; bookingRef: string; event: CandidateEvent }[]> {
  if (names.length === 0) return []
  const originals = await originalsOf(
    tx,
    `(e.booking_ref = any($2::text[]) or e.own_ref = any($2::text[]) or e.id = any($3::uuid[]))`,
    names,
    names.filter((name) => ourOwnId.test(name)),
  )
  const events = await loadOriginals(
    tx,
    originals.map(({ originalId }) => originalId),
  )
  return originals.flatMap(({ id, bookingRef, originalId }) => {
    const event = events.get(originalId)
    return event ? [{ id, bookingRef, event }] : []
  })
}

interface Original {
  id: string
  bookingRef: string
  originalId: string
}

/** Who says that an event is a copy may later say so of the original too: what is at the end stands for all. */
function originalsOf(tx: Tx, condition: string, ...values: readonly (readonly string[])[]): Promise<Original[]> {
  return tx.query<Original>(
    `with recursive chain as (
       select e.id as start, e.booking_ref as ref, e.id as at, e.duplicate_of_id as next, 1 as length from events e where e.organization_id = $1 and ${condition}
       union all
       select c.start, c.ref, o.id, o.duplicate_of_id, c.length + 1 from chain c join events o on o.organization_id = $1 and o.id = c.next where c.length < 10
     ) select start as id, ref as "bookingRef", at as "originalId" from chain where next is null order by start`,
    [tx.organizationId, ...values],
  )
}

async function loadOriginals(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CandidateEvent>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<CandidateRow>(`${candidates} and e.id = any($2::uuid[])`, [tx.organizationId, ids])
  return new Map(rows.map((row) => [row.eventId, toCandidate(row)]))
}

const toCandidate = ({ scheduledAt, bookedAt, reportedMinor, reportedCurrency, ...row }: CandidateRow): CandidateEvent => ({
  ...row,
  scheduledAt: dateFromPostgres(scheduledAt),
  bookedAt: dateFromPostgres(bookedAt),
  reported: reportedMinor !== null && reportedCurrency !== null ? { amountMinor: reportedMinor, currency: reportedCurrency } : null,
})
