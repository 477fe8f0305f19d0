import { attributionDecisions, type attributionMethods, type DecidedShare } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { storeDeals } from '../../payments/service/index.ts'
import type { Confidence } from './attribution-facts.ts'
import { followCalls } from './follow-calls.ts'
import { storeShares } from './shares.ts'

/** A decision ready to be stored: to whom, how, and why. */
export interface DecisionToStore {
  method: (typeof attributionMethods)[number]
  locked: boolean
  confidence: Confidence | null
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  shares: readonly DecidedShare[]
  summary: string
  trail: readonly Record<string, unknown>[]
  reason: string | null
  decidedBy: string
  decidedByName: string
}

/** So many rows are written at a time: their trails are a few hundred kilobytes. */
const rowsAtOnce = 200

/** Adds a person's decision to a payment's history, and credits the payment by it: with its call, to what stands for that now. */
export async function storeDecision(tx: Tx, paymentId: string, decision: DecisionToStore): Promise<void> {
  const concerned = await storeDecisions(tx, [{ paymentId, decision }])
  await followCalls(tx, [paymentId])
  await storeDeals(tx, concerned)
}

/** The payments and leads of whom it is to be decided anew what kind of deal each payment belongs to: that follows its credit. */
export interface DealsConcerned {
  paymentIds: readonly string[]
  leadIds: readonly string[]
}

/** The same for many payments, whose deals the caller decides. */
export async function storeDecisions(
  tx: Tx,
  decided: readonly { paymentId: string; decision: DecisionToStore }[],
): Promise<DealsConcerned> {
  if (decided.length === 0) return { paymentIds: [], leadIds: [] }
  const paymentIds = decided.map(({ paymentId }) => paymentId)
  const before = await tx.query<{ leadId: string }>(
    `select distinct lead_id as "leadId" from payments where organization_id = $1 and id = any($2::uuid[]) and lead_id is not null`,
    [tx.organizationId, paymentIds],
  )
  for (let start = 0; start < decided.length; start += rowsAtOnce) await storeSome(tx, decided.slice(start, start + rowsAtOnce))
  // The other payments of whoever paid, then and now, too.
  return { paymentIds, leadIds: before.map(({ leadId }) => leadId) }
}

async function storeSome(tx: Tx, decided: readonly { paymentId: string; decision: DecisionToStore }[]): Promise<void> {
  const { organizationId } = tx
  const decidedAt = new Date()
  await tx.db
    .insert(attributionDecisions)
    .values(decided.map(({ paymentId, decision }) => ({ organizationId, paymentId, decidedAt, ...decision })))
  await tx.query(
    `update payments p set attribution_method = d.method, attribution_locked = d.locked, confidence = d.confidence, lead_id = d."leadId",
       event_id = d."eventId", closer_id = d."closerId", setter_id = d."setterId", source_id = d."sourceId", traffic_type_id = d."trafficTypeId"
     from jsonb_to_recordset($2::text::jsonb) as d("paymentId" uuid, method text, locked boolean, confidence text, "leadId" uuid, "eventId" uuid,
       "closerId" uuid, "setterId" uuid, "sourceId" uuid, "trafficTypeId" uuid)
     where p.organization_id = $1 and p.id = d."paymentId"`,
    [
      organizationId,
      JSON.stringify(decided.map(({ paymentId, decision: { trail: _trail, summary: _summary, ...credit } }) => ({ paymentId, ...credit }))),
    ],
  )
  await storeShares(
    tx,
    decided.map(({ paymentId, decision: { shares } }) => ({ paymentId, shares })),
  )
}
