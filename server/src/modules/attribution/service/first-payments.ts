import type { DecidedShare } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import type { AttributionFacts } from './attribution-facts.ts'
import { inTurn } from '../../payments/service/index.ts'
import { loadEventsById } from './candidate-events.ts'
import type { Confidence } from './attribution-facts.ts'
import { loadShares } from './shares.ts'

/** What a payment is inherited from: the subscription of one connection. */
export interface Subscription {
  connectionId: string
  subscriptionRef: string
}

export const subscriptionKey = ({ connectionId, subscriptionRef }: Subscription): string => `${connectionId} ${subscriptionRef}`

/** What the rules have come to of payments whose credit is not stored yet, by payment. */
export type DecidedAhead = ReadonlyMap<string, { method: string; eventId: string | null; confidence: Confidence | null }>

interface FirstRow extends Subscription {
  id: string
  paidAt: string
  method: string
  confidence: Confidence | null
  eventId: string | null
  leadId: string | null
  closerId: string | null
  closerName: string | null
  setterId: string | null
  setterName: string | null
  sourceId: string | null
  trafficTypeId: string | null
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
       p.confidence, p.event_id as "eventId", p.lead_id as "leadId", p.closer_id as "closerId", c.name as "closerName",
       p.setter_id as "setterId", s.name as "setterName", p.source_id as "sourceId", p.traffic_type_id as "trafficTypeId"
     from (select distinct * from unnest($2::uuid[], $3::text[]) as w(connection, ref)) w
     cross join lateral (
       select * from payments p where p.organization_id = $1 and p.connection_id = w.connection and p.subscription_ref = w.ref and ${standsFirst}
       order by ${inTurn('p')} limit 1) p
     left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
     left join setters s on s.organization_id = p.organization_id and s.id = p.setter_id`,
    [tx.organizationId, subscriptions.map(({ connectionId }) => connectionId), subscriptions.map(({ subscriptionRef }) => subscriptionRef)],
  )
  const standing = rows.map((row) => ({ ...row, ...ahead.get(row.id) }))
  const events = await loadEventsById(
    tx,
    standing.flatMap(({ eventId }) => eventId ?? []),
  )
  const shares = await loadShares(
    tx,
    standing.filter(({ method }) => method === 'manual').map(({ id }) => id),
  )
  return new Map(
    standing.map((row) => [
      subscriptionKey(row),
      {
        paymentId: row.id,
        paidAt: dateFromPostgres(row.paidAt),
        event: (row.eventId && events.get(row.eventId)) || null,
        confidence: row.confidence,
        byHand: row.method === 'manual' ? handCredit(row, shares.get(row.id) ?? []) : null,
      },
    ]),
  )
}

function handCredit(row: FirstRow, shares: readonly (DecidedShare & { name: string })[]) {
  const { leadId, closerId, setterId, sourceId, trafficTypeId } = row
  const namesOf = (role: DecidedShare['role'], own: string | null): string[] => {
    const split = shares.filter((share) => share.role === role)
    return split.length > 0 ? split.map(({ name }) => name) : own === null ? [] : [own]
  }
  return {
    leadId,
    closerId,
    setterId,
    sourceId,
    trafficTypeId,
    shares: shares.map(({ role, personId, percent }) => ({ role, personId, percent })),
    names: [...namesOf('closer', row.closerName), ...namesOf('setter', row.setterName)],
  }
}
