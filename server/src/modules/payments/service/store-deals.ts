import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { decideDeals, type DealType, type PaymentOfDeal, type PaymentType } from './decide-deals.ts'
import { countedPayments } from './payment-rows.ts'

interface Concerned {
  paymentIds?: readonly string[]
  leadIds?: readonly string[]
}

interface Row extends Omit<PaymentOfDeal, 'paidAt' | 'form'> {
  paidAt: string
  formType: PaymentType | null
  isReported: boolean
  dealType: DealType | null
  paymentType: PaymentType | null
}

/**
 * Decides anew what kind of deal the payments of these leads belong to, and those of whoever pays with these payments. Called whenever a
 * payment, its credit, or the form of its event changes. What was deleted or withdrawn keeps what was decided of it.
 */
export async function storeDeals(tx: Tx, concerned: Concerned): Promise<void> {
  const rows = await loadWhole(tx, concerned)
  const deals = decideDeals(
    rows.map(({ paidAt, formType, isReported, ...row }) => ({
      ...row,
      paidAt: dateFromPostgres(paidAt),
      form: { paymentType: formType, isReported },
    })),
  )
  const changed = rows
    .map(({ id, dealType, paymentType }) => ({ id, before: { dealType, paymentType }, now: deals.get(id) }))
    .filter(({ before, now }) => now && (now.dealType !== before.dealType || now.paymentType !== before.paymentType))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (changed.length === 0) return
  await tx.query(
    `update payments p set deal_type = d.deal, payment_type = d.type from unnest($2::uuid[], $3::text[], $4::text[]) as d(id, deal, type)
     where p.organization_id = $1 and p.id = d.id`,
    [
      tx.organizationId,
      changed.map(({ id }) => id),
      changed.map(({ now }) => now?.dealType),
      changed.map(({ now }) => now?.paymentType ?? null),
    ],
  )
}

/** The payments concerned, all others of their leads, and all others of their subscriptions, until there is none beside them. */
async function loadWhole(tx: Tx, { paymentIds = [], leadIds = [] }: Concerned): Promise<Row[]> {
  const named = new Set(paymentIds)
  let known = new Set(leadIds)
  for (;;) {
    const rows = await load(tx, paymentIds, [...known])
    const asked = new Set([...known, ...rows.flatMap(({ id, leadId }) => (named.has(id) && leadId ? leadId : []))])
    const found = new Set([...asked, ...rows.flatMap(({ leadId }) => leadId ?? [])])
    if (found.size === asked.size) return rows
    known = found
  }
}

const load = (tx: Tx, paymentIds: readonly string[], leadIds: readonly string[]): Promise<Row[]> =>
  tx.query<Row>(
    `with named as (
       select id, connection_id, subscription_ref from payments where organization_id = $1 and (id = any($2::uuid[])
         or lead_id = any($3::uuid[] || array(select lead_id from payments where organization_id = $1 and id = any($2::uuid[]) and lead_id is not null)))
     ), whole as (
       select id from named union
       select s.id from named n join payments s on s.organization_id = $1 and s.connection_id = n.connection_id and s.subscription_ref = n.subscription_ref
     )
     select p.id, p.purchase_ref as "purchaseRef", p.lead_id as "leadId", p.paid_at as "paidAt", (${countedPayments}) as counts, p.connection_id || ' ' || p.subscription_ref as subscription,
       p.billing_turn as "billingTurn", p.event_id as "eventId", f.payment_type as "formType", p.deal_type as "dealType", p.payment_type as "paymentType",
       p.form_id is not null or exists (select from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id
         and r.form_id = f.id and r.withdrawn_at is null and r.deletion_id is null) as "isReported"
     from payments p left join lateral (
       select f.id, f.payment_type from post_call_forms f where f.organization_id = p.organization_id and f.event_id = coalesce(
         (select own.event_id from post_call_forms own where own.organization_id = p.organization_id and own.id = p.form_id), p.event_id,
         (select said.event_id from payments r join post_call_forms said on said.organization_id = r.organization_id and said.id = r.form_id
           where r.organization_id = p.organization_id and r.matched_payment_id = p.id)) limit 1) f on true
     where p.organization_id = $1 and p.id = any(array(select id from whole)) and p.deletion_id is null and p.withdrawn_at is null order by p.id`,
    [tx.organizationId, paymentIds, leadIds],
  )
