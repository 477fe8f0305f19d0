import type { Tx } from '../../../database/tx.ts'
import { paymentChanged } from './facts.ts'
import { type HeldPayment, holdPayments } from './hold-payments.ts'
import { matchReportsOfLeads } from './match-reports-of-leads.ts'
import { takeDecisionBack } from './report-decisions.ts'
import { storeDeals } from './store-deals.ts'

/**
 * Lets follow what depends on payments that were just deleted or restored, or whose other side was: their credit and that of the other
 * payments of their subscriptions, which reports they stand for, and what kind of deal each belongs to.
 */
export async function followDeletion(tx: Tx, changed: readonly HeldPayment[]): Promise<void> {
  const ids = changed.map(({ id }) => id)
  const others = await tx.query<{ id: string }>(
    `select distinct o.id from payments p join payments o on o.organization_id = p.organization_id and o.connection_id = p.connection_id
       and o.subscription_ref = p.subscription_ref
     where p.organization_id = $1 and p.id = any($2::uuid[]) and o.id <> all($2::uuid[]) order by o.id`,
    [tx.organizationId, ids],
  )
  for (const paymentId of [...ids, ...others.map(({ id }) => id)]) await paymentChanged.announce(tx, { paymentId })
  const leadIds = [...new Set(changed.flatMap(({ leadId }) => leadId ?? []))].sort()
  await matchReportsOfLeads(tx, leadIds)
  await storeDeals(tx, { leadIds, paymentIds: ids })
}

/**
 * Holds payments with the other side of what a person matched: the reports that they stand for or stood for, and the payments that
 * stand or stood for the reports among them. Answers all that is held.
 */
export async function holdWithMatched(tx: Tx, ids: readonly string[]): Promise<HeldPayment[]> {
  let wanted = await withMatched(tx, ids)
  for (;;) {
    const held = await holdPayments(tx, wanted)
    const now = await withMatched(tx, ids)
    if (now.every((id) => wanted.includes(id))) return held
    wanted = now
  }
}

async function withMatched(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ report: string; payment: string }>(
    `select id as report, matched_payment_id as payment from payments
     where organization_id = $1 and matched_payment_id is not null and (id = any($2::uuid[]) or matched_payment_id = any($2::uuid[]))
     union
     select payment_id, matched_payment_id from report_decisions
     where organization_id = $1 and matched_payment_id is not null and (payment_id = any($2::uuid[]) or matched_payment_id = any($2::uuid[]))`,
    [tx.organizationId, ids],
  )
  return [...new Set([...ids, ...rows.flatMap(({ report, payment }) => [report, payment])])].sort()
}

interface WaitingDecision {
  reportId: string
  kind: string
  matchedPaymentId: string | null
}

/**
 * What a person decided of reports that were deleted with their decision, or whose payment was: it holds again, now that both stand. A
 * payment that a person matched with another report meanwhile is left there, and the decision is taken back.
 */
export async function decideReportsAgain(tx: Tx, restored: readonly string[]): Promise<void> {
  const waiting = await tx.query<WaitingDecision>(
    `select d.payment_id as "reportId", d.kind, d.matched_payment_id as "matchedPaymentId"
     from (select distinct on (payment_id) * from report_decisions where organization_id = $1 and payment_id in (
             select unnest($2::uuid[]) union select payment_id from report_decisions where organization_id = $1 and matched_payment_id = any($2::uuid[]))
           order by payment_id, decided_at desc, id desc) d
     join payments p on p.organization_id = $1 and p.id = d.payment_id
     where d.kind <> 'reopened' and p.withdrawn_at is null and p.deletion_id is null and p.reconciliation is null
       and (d.matched_payment_id is null or exists (
         select from payments m where m.organization_id = $1 and m.id = d.matched_payment_id and m.deletion_id is null))
     order by d.decided_at desc, d.id desc`,
    [tx.organizationId, restored],
  )
  for (const decision of waiting) await decideAgain(tx, decision)
}

async function decideAgain(tx: Tx, { reportId, kind, matchedPaymentId }: WaitingDecision): Promise<void> {
  const [other] = await tx.query<{ id: string; byHand: boolean }>(
    `select id, reconciliation is not null as "byHand" from payments where organization_id = $1 and matched_payment_id = $2 and id <> $3`,
    [tx.organizationId, matchedPaymentId, reportId],
  )
  if (other?.byHand) return takeDecisionBack(tx, reportId, 'The payment was matched with another report meanwhile.')
  if (other)
    await tx.query(`update payments set matched_payment_id = null where organization_id = $1 and id = $2`, [tx.organizationId, other.id])
  await tx.query(`update payments set reconciliation = $3, matched_payment_id = $4 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    reportId,
    kind,
    matchedPaymentId,
  ])
}
