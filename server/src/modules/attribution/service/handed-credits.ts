import type { Tx } from '../../../database/tx.ts'
import { loadEventsById } from './candidate-events.ts'
import type { HandedCredit } from './decide-credit.ts'
import { type StandingCredit, withNames } from './hand-credit.ts'
import { loadShares } from './shares.ts'

interface Row extends Omit<StandingCredit, 'shares'> {
  paymentId: string
  reportId: string
  matchedByHand: boolean
  eventId: string | null
  reportedBy: string
  decidedBy: string
}

/** Says of a report `r` that a person credited it, and nobody unlocked that. */
export const creditedByHand = `r.attribution_locked and r.attribution_method = 'manual'`

/** What a person decided of the reported cash that these payments stand for, by payment. */
export async function loadHandedCredits(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, HandedCredit>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await tx.query<Row>(
    `select r.matched_payment_id as "paymentId", r.id as "reportId", coalesce(r.reconciliation = 'matched', false) as "matchedByHand",
       r.event_id as "eventId", r.lead_id as "leadId", r.closer_id as "closerId", r.setter_id as "setterId", r.source_id as "sourceId",
       r.traffic_type_id as "trafficTypeId", f.submitted_by_name as "reportedBy", d.decided_by_name as "decidedBy"
     from payments r
     join post_call_forms f on f.organization_id = r.organization_id and f.id = r.form_id
     cross join lateral (select d.decided_by_name from attribution_decisions d where d.organization_id = r.organization_id
       and d.payment_id = r.id order by d.decided_at desc, d.id desc limit 1) d
     where r.organization_id = $1 and r.matched_payment_id = any($2::uuid[]) and ${creditedByHand}`,
    [tx.organizationId, paymentIds],
  )
  if (rows.length === 0) return new Map()
  const events = await loadEventsById(
    tx,
    rows.flatMap(({ eventId }) => eventId ?? []),
  )
  const shares = await loadShares(
    tx,
    rows.map(({ reportId }) => reportId),
  )
  const credits = await withNames(
    tx,
    rows.map(({ leadId, closerId, setterId, sourceId, trafficTypeId, reportId }) => ({
      leadId,
      closerId,
      setterId,
      sourceId,
      trafficTypeId,
      shares: (shares.get(reportId) ?? []).map(({ role, personId, percent }) => ({ role, personId, percent })),
    })),
  )
  return new Map(
    rows.flatMap(({ paymentId, eventId, reportedBy, decidedBy, matchedByHand }, index) => {
      const credit = credits[index]
      const event = (eventId && events.get(eventId)) || null
      return credit ? [[paymentId, { credit, event, reportedBy, decidedBy, matchedByHand }] as const] : []
    }),
  )
}
