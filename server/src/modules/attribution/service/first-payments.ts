import type { DecidedShare } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { inTurn } from '../../payments/service/index.ts'
import type { AttributionDecision, AttributionFacts, Confidence, HandCredit } from './attribution-facts.ts'
import { loadEventsById } from './candidate-events.ts'
import { type StandingCredit, withNames } from './hand-credit.ts'
import { creditedByHand } from './handed-credits.ts'
import { loadShares } from './shares.ts'

/** What a payment is inherited from: the subscription of one connection. */
export interface Subscription {
  connectionId: string
  subscriptionRef: string
}

export const subscriptionKey = ({ connectionId, subscriptionRef }: Subscription): string => `${connectionId} ${subscriptionRef}`

/** What was decided of payments whose credit is not stored yet, by payment. */
export type DecidedAhead = ReadonlyMap<string, Pick<AttributionDecision, 'method' | 'confidence' | 'eventId' | keyof StandingCredit>>

interface FirstRow extends Subscription, Omit<StandingCredit, 'shares'> {
  id: string
  paidAt: string
  method: string
  confidence: Confidence | null
  eventId: string | null
  /** Credited as the reported cash that it stands for, which a person credited. */
  handed: boolean
}

/** A payment is never the first of its subscription once it is deleted, nor while it has failed. */
export const standsFirst = `p.deletion_id is null and p.status <> 'failed'`

/** The first payment of each subscription, with whom it is credited to. */
export async function loadFirstPayments(
  tx: Tx,
  subscriptions: readonly Subscription[],
  ahead: DecidedAhead,
): Promise<ReadonlyMap<string, NonNullable<AttributionFacts['first']>>> {
  if (subscriptions.length === 0) return new Map()
  const rows = await tx.query<FirstRow>(
    `select p.connection_id as "connectionId", p.subscription_ref as "subscriptionRef", p.id, p.paid_at as "paidAt", p.attribution_method as method,
       p.confidence, p.event_id as "eventId", p.lead_id as "leadId", p.closer_id as "closerId", p.setter_id as "setterId",
       p.source_id as "sourceId", p.traffic_type_id as "trafficTypeId",
       p.attribution_method = 'inherited' and exists (select from payments r where r.organization_id = p.organization_id
         and r.matched_payment_id = p.id and ${creditedByHand}) as handed
     from (select distinct * from unnest($2::uuid[], $3::text[]) as w(connection, ref)) w
     cross join lateral (
       select * from payments p where p.organization_id = $1 and p.connection_id = w.connection and p.subscription_ref = w.ref and ${standsFirst}
       order by ${inTurn('p')} limit 1) p`,
    [tx.organizationId, subscriptions.map(({ connectionId }) => connectionId), subscriptions.map(({ subscriptionRef }) => subscriptionRef)],
  )
  // Who is the first of a subscription inherits from nothing but reported cash.
  const standing = rows.map((row) => {
    const decided = ahead.get(row.id)
    return decided ? { ...row, ...decided, handed: decided.method === 'inherited' } : { ...row, shares: null }
  })
  const events = await loadEventsById(
    tx,
    standing.flatMap(({ eventId }) => eventId ?? []),
  )
  const byHand = await creditsByHand(
    tx,
    standing.filter(({ method, handed }) => method === 'manual' || handed),
  )
  return new Map(
    standing.map((row) => [
      subscriptionKey(row),
      {
        paymentId: row.id,
        paidAt: dateFromPostgres(row.paidAt),
        event: (row.eventId && events.get(row.eventId)) || null,
        confidence: row.confidence,
        byHand: byHand.get(row.id) ?? null,
      },
    ]),
  )
}

/** Whom a person credited these payments to; what is stored of their shares, but where they were decided ahead. */
async function creditsByHand(
  tx: Tx,
  payments: readonly (Omit<FirstRow, 'paidAt'> & { shares: readonly DecidedShare[] | null })[],
): Promise<ReadonlyMap<string, HandCredit>> {
  const stored = await loadShares(
    tx,
    payments.filter(({ shares }) => shares === null).map(({ id }) => id),
  )
  const credits = await withNames(
    tx,
    payments.map(({ id, leadId, closerId, setterId, sourceId, trafficTypeId, shares }) => ({
      leadId,
      closerId,
      setterId,
      sourceId,
      trafficTypeId,
      shares: (shares ?? stored.get(id) ?? []).map(({ role, personId, percent }) => ({ role, personId, percent })),
    })),
  )
  return new Map(
    payments.flatMap(({ id }, index) => {
      const credit = credits[index]
      return credit ? [[id, credit] as const] : []
    }),
  )
}
