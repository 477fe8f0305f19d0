import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import type { CallStatus } from '../../events/service/index.ts'
import { matchCustomer } from '../../leads/service/index.ts'
import type { AttributionFacts, CandidateEvent, HandCredit } from './attribution-facts.ts'
import { extractReferences, namesOfEvent } from './references.ts'

/** A payment as attribution looks at it. */
export interface PaymentToCredit {
  id: string
  connectionId: string | null
  paidAt: Date
  customerEmail: string | null
  customerPhone: string | null
  metadata: Record<string, string>
  clientReference: string | null
  subscriptionRef: string | null
}

interface CandidateRow extends Omit<CandidateEvent, 'scheduledAt' | 'bookedAt' | 'status'> {
  scheduledAt: string
  bookedAt: string
  status: CallStatus
  bookingRef: string
}

const candidates = `select e.id as "eventId", e.lead_id as "leadId", l.name as "leadName", e.scheduled_at as "scheduledAt", e.booked_at as "bookedAt",
  e.status, e.replaced, e.closer_id as "closerId", c.name as "closerName", e.setter_id as "setterId", s.name as "setterName",
  e.source_id as "sourceId", e.traffic_type_id as "trafficTypeId", e.booking_ref as "bookingRef"
  from events e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
  left join closers c on c.organization_id = e.organization_id and c.id = e.closer_id
  left join setters s on s.organization_id = e.organization_id and s.id = e.setter_id
  where e.organization_id = $1`

/** Loads all that the rules of attribution look at. The caller holds the payment and the lead. */
export async function loadAttributionFacts(tx: Tx, payment: PaymentToCredit): Promise<AttributionFacts> {
  const match = await matchCustomer(tx, { email: payment.customerEmail, phone: payment.customerPhone })
  const [windowDays, references, first, events] = await Promise.all([
    loadWindow(tx),
    loadReferences(tx, payment),
    loadFirstOfSubscription(tx, payment),
    match ? loadCandidates(tx, 'and e.lead_id = $2', match.leadId) : [],
  ])
  return {
    payment: {
      paidAt: payment.paidAt,
      customerEmail: payment.customerEmail,
      customerPhone: payment.customerPhone,
      subscriptionRef: payment.subscriptionRef,
    },
    windowDays,
    references,
    first,
    match,
    events,
  }
}

async function loadWindow(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ days: number }>(`select attribution_window_days as days from organizations where id = $1`, [
    tx.organizationId,
  ])
  return row?.days ?? 60
}

async function loadCandidates(tx: Tx, condition: string, value: unknown): Promise<CandidateEvent[]> {
  const rows = await tx.query<CandidateRow>(`${candidates} ${condition}`, [tx.organizationId, value])
  return rows.map(toCandidate)
}

const toCandidate = (row: CandidateRow): CandidateEvent => ({
  eventId: row.eventId,
  leadId: row.leadId,
  leadName: row.leadName,
  scheduledAt: dateFromPostgres(row.scheduledAt),
  bookedAt: dateFromPostgres(row.bookedAt),
  status: row.status,
  replaced: row.replaced,
  closerId: row.closerId,
  closerName: row.closerName,
  setterId: row.setterId,
  setterName: row.setterName,
  sourceId: row.sourceId,
  trafficTypeId: row.trafficTypeId,
})

/** Each reference in the payment, with the event that it names. */
async function loadReferences(tx: Tx, payment: PaymentToCredit): Promise<AttributionFacts['references']> {
  const references = extractReferences(payment.metadata, payment.clientReference)
  if (references.length === 0) return []
  const rows = await tx.query<CandidateRow>(
    `${candidates} and (e.id::text = any($2::text[]) or e.booking_ref = any($2::text[]) or regexp_replace(e.booking_ref, '^.*/', '') = any($2::text[]))`,
    [tx.organizationId, references.map((reference) => reference.value)],
  )
  return references.map(({ where, value }) => {
    const named = rows.find((row) => namesOfEvent(row).includes(value))
    return { where, value, event: named ? toCandidate(named) : null }
  })
}

async function loadFirstOfSubscription(tx: Tx, payment: PaymentToCredit): Promise<AttributionFacts['first']> {
  if (!payment.subscriptionRef) return null
  const [first] = await tx.query<HandCredit & { id: string; paidAt: string; eventId: string | null; isByHand: boolean }>(
    `select p.id, p.paid_at as "paidAt", p.event_id as "eventId", p.attribution_method = 'manual' as "isByHand", p.lead_id as "leadId",
       p.closer_id as "closerId", c.name as "closerName", p.setter_id as "setterId", s.name as "setterName",
       p.source_id as "sourceId", p.traffic_type_id as "trafficTypeId"
     from payments p
     left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
     left join setters s on s.organization_id = p.organization_id and s.id = p.setter_id
     where p.organization_id = $1 and p.connection_id = $2 and p.subscription_ref = $3 order by p.paid_at, p.id limit 1`,
    [tx.organizationId, payment.connectionId, payment.subscriptionRef],
  )
  if (!first || first.id === payment.id) return null
  const [event] = first.eventId ? await loadCandidates(tx, 'and e.id = $2', first.eventId) : []
  const { id, paidAt, isByHand, leadId, closerId, closerName, setterId, setterName, sourceId, trafficTypeId } = first
  const credit: HandCredit = { leadId, closerId, closerName, setterId, setterName, sourceId, trafficTypeId }
  return { paymentId: id, paidAt: dateFromPostgres(paidAt), event: event ?? null, byHand: isByHand ? credit : null }
}
