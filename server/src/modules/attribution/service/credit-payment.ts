import type { Tx } from '../../../database/tx.ts'
import { lockLeads } from '../../leads/service/index.ts'
import { holdPayer, inTurn, matchReportsOfLeads, storeDeals } from '../../payments/service/index.ts'
import { standsFirst } from './first-payments.ts'
import { followCalls } from './follow-calls.ts'
import { type Buyer, buyerKey, identifyBuyers } from './identify-buyers.ts'
import { type PlannedCredit, planCredits } from './plan-credits.ts'
import { type DealsConcerned, storeDecisions } from './store-decision.ts'

/**
 * A payment came or changed: it is credited by the rules, from what is known now, and so is every payment that it speaks for, those
 * that follow it in its subscription and those of the same customer of the processor. `reason` says why it is decided anew at this moment,
 * where a person had it so.
 */
export async function creditPayment(tx: Tx, { paymentId, reason }: { paymentId: string; reason?: string }): Promise<void> {
  await holdPayer(tx, paymentId)
  const [payment] = await tx.query<{
    connectionId: string | null
    customerRef: string | null
    leadId: string | null
    matchedId: string | null
  }>(
    `select connection_id as "connectionId", customer_ref as "customerRef", lead_id as "leadId", matched_payment_id as "matchedId"
     from payments where organization_id = $1 and id = $2`,
    [tx.organizationId, paymentId],
  )
  if (!payment) throw new Error(`The payment ${paymentId} vanished inside its own transaction`)
  const { connectionId, customerRef, leadId, matchedId } = payment
  const followers = [
    // What stands for a report is credited as that is, where a person credited it.
    ...(matchedId === null ? [] : [matchedId]),
    ...(await followersOf(tx, paymentId)),
    ...(connectionId && customerRef ? await outOfStep(tx, [{ connectionId, customerRef }]) : []),
  ]
  await creditPayments(tx, [paymentId, ...followers], {
    leadIds: leadId ? [leadId] : [],
    reasons: reason ? new Map([[paymentId, reason]]) : undefined,
  })
}

/**
 * Credits payments by the rules; those that a person credited follow their calls. A decision is stored only where it differs from the one
 * that stands. The reported cash of these leads is matched in any case. The caller holds what may bring a new payment or a new event to any
 * of them.
 */
export async function creditPayments(tx: Tx, paymentIds: readonly string[], options: StoringOptions = {}): Promise<void> {
  const followed = await followCalls(tx, paymentIds)
  const { changes } = await planCredits(tx, paymentIds, { hold: true })
  await storeCredits(tx, changes, { ...options, followed })
}

export interface StoringOptions {
  /** Leads whose reported cash is matched in any case. */
  leadIds?: readonly string[] | undefined
  /** Why a person had payments decided anew, by payment. */
  reasons?: ReadonlyMap<string, string> | undefined
  /** Payments credited by hand that followed their calls: to which deals they belong is decided anew. */
  followed?: DealsConcerned
}

/** Stores credits that the rules gave, and matches the reported cash of every lead whose payments came or went. */
export async function storeCredits(
  tx: Tx,
  changes: readonly PlannedCredit[],
  { leadIds = [], reasons, followed = { paymentIds: [], leadIds: [] } }: StoringOptions,
): Promise<void> {
  const decided = changes.map(({ payment, decision: { trail, ...credit } }) => ({
    paymentId: payment.id,
    decision: {
      ...credit,
      locked: false,
      trail: trail.map((step) => ({ ...step })),
      reason: reasons?.get(payment.id) ?? null,
      decidedBy: 'job:attribution',
      decidedByName: 'Clinch',
    },
  }))
  const concerned = await storeDecisions(tx, decided)
  const touched = changes.flatMap(({ payment, decision }) => [payment.leadId, decision.leadId]).filter((id) => id !== null)
  const reporting = await withReports(tx, [...new Set([...leadIds, ...followed.leadIds, ...touched])])
  await lockLeads(tx, reporting)
  const matched = await matchReportsOfLeads(tx, reporting)
  const paymentIds = [...new Set([...concerned.paymentIds, ...followed.paymentIds, ...matched])]
  if (paymentIds.length > 0) await storeDeals(tx, { paymentIds, leadIds: [...concerned.leadIds, ...followed.leadIds] })
}

/** Those of the leads of whom a closer ever reported cash. */
async function withReports(tx: Tx, leadIds: readonly string[]): Promise<string[]> {
  if (leadIds.length === 0) return []
  const rows = await tx.query<{ leadId: string }>(
    `select distinct lead_id as "leadId" from payments where organization_id = $1 and lead_id = any($2::uuid[]) and origin = 'form' order by 1`,
    [tx.organizationId, leadIds],
  )
  return rows.map(({ leadId }) => leadId)
}

/** A person decided of a payment: those that follow it in its subscription are credited anew. The caller holds it. */
export async function creditFollowersOf(tx: Tx, paymentId: string): Promise<void> {
  await creditPayments(tx, await followersOf(tx, paymentId))
}

/** The other payments of its subscription, where this one is the first of it, or was and stands there no more. */
async function followersOf(tx: Tx, paymentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select o.id from payments m
     join payments o on o.organization_id = m.organization_id and o.connection_id = m.connection_id and o.subscription_ref = m.subscription_ref
     where m.organization_id = $1 and m.id = $2 and o.id <> m.id and not exists (
       select 1 from payments p where p.organization_id = m.organization_id and p.connection_id = m.connection_id
         and p.subscription_ref = m.subscription_ref and ${standsFirst} and (${inTurn('p')}) < (${inTurn('m')}))`,
    [tx.organizationId, paymentId],
  )
  return rows.map(({ id }) => id)
}

/** The payments of these customers of the processor that are credited to another lead than the one whom all of them together lead to. */
export async function outOfStep(tx: Tx, buyers: readonly Buyer[]): Promise<string[]> {
  if (buyers.length === 0) return []
  const identities = await identifyBuyers(tx, buyers)
  const leadOf = (buyer: Buyer): string | null => {
    const [only, ...others] = identities.get(buyerKey(buyer))?.leads ?? []
    return only && others.length === 0 ? only.leadId : null
  }
  const rows = await tx.query<{ id: string }>(
    `select p.id from (select distinct * from unnest($2::uuid[], $3::text[], $4::uuid[]) as b(connection, ref, lead)) b
     join payments p on p.organization_id = $1 and p.connection_id = b.connection and p.customer_ref = b.ref
     where not p.attribution_locked and p.deletion_id is null and p.lead_id is distinct from b.lead
       and (p.attribution_method in ('none', 'matched_past', 'matched_coming') or (p.attribution_method = 'inherited' and exists (
         select from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id and r.reconciliation is null)))`,
    [tx.organizationId, buyers.map(({ connectionId }) => connectionId), buyers.map(({ customerRef }) => customerRef), buyers.map(leadOf)],
  )
  return rows.map(({ id }) => id)
}
