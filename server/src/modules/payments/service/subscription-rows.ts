import type { Tx } from '../../../database/tx.ts'
import { countedPayments, type PaymentRow, readPayments } from './payment-rows.ts'

/** A subscription as one of its payments names it; what was never told of it is null. */
export interface SubscriptionRow {
  reference: string
  state: string | null
  productName: string | null
  startedAt: string | null
  endedAt: string | null
  payments: PaymentRow[]
}

/** The subscription of each of the given payments that is of one, with its counted payments that the caller may see, the earliest first. */
export async function loadSubscriptions(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, SubscriptionRow>> {
  const named = await tx.query<Omit<SubscriptionRow, 'payments'> & { paymentId: string; connectionId: string }>(
    `select p.id as "paymentId", p.connection_id as "connectionId", p.subscription_ref as reference, s.state, s.product_name as "productName",
       s.started_at as "startedAt", s.ended_at as "endedAt"
     from payments p left join subscriptions s
       on s.organization_id = p.organization_id and s.connection_id = p.connection_id and s.subscription_ref = p.subscription_ref
     where p.organization_id = $1 and p.id = any($2::uuid[]) and p.subscription_ref is not null`,
    [tx.organizationId, paymentIds],
  )
  const rows = await readPayments(
    tx,
    `join (select distinct * from unnest($2::uuid[], $3::text[])) as n(connection, reference)
       on p.connection_id = n.connection and p.subscription_ref = n.reference
     where p.organization_id = $1 and ${countedPayments} order by p.paid_at, p.id`,
    [tx.organizationId, named.map(({ connectionId }) => connectionId), named.map(({ reference }) => reference)],
  )
  return new Map(
    named.map(({ paymentId, connectionId, ...subscription }) => [
      paymentId,
      {
        ...subscription,
        payments: rows.filter((row) => row.connectionId === connectionId && row.subscriptionRef === subscription.reference),
      },
    ]),
  )
}
