import { payments } from '@clinch/drizzle/tables'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { lockCustomer, lockLead } from '../../leads/service/index.ts'
import { matchReportsOfLead } from '../../payments/service/index.ts'
import { creditReport } from './credit-report.ts'
import { decideAttribution } from './decide-attribution.ts'
import { loadAttributionFacts } from './load-attribution-facts.ts'
import { storeDecision } from './store-decision.ts'

/**
 * Decides to whom a payment is credited, by the rules, from what is known now. A decision is stored only where it differs from the
 * one that stands; one made by hand is left alone. Instalments follow the first payment of their subscription.
 */
export async function creditPayment(tx: Tx, { paymentId }: { paymentId: string }): Promise<void> {
  await lockPayer(tx, paymentId)
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId)))
    .for('update')
  if (!payment) throw new Error(`The payment ${paymentId} vanished inside its own transaction`)
  let leadId = payment.leadId
  if (!payment.attributionLocked && payment.withdrawnAt === null) {
    const decision = payment.formId ? await creditReport(tx, payment.formId) : decideAttribution(await loadAttributionFacts(tx, payment))
    const undecided = payment.attributionMethod === 'none' && !(await hasDecision(tx, paymentId))
    if (undecided || differs(decision, { ...payment, method: payment.attributionMethod })) {
      const { method, eventId, closerId, setterId, sourceId, trafficTypeId, summary } = decision
      await storeDecision(tx, paymentId, {
        method,
        locked: false,
        leadId: decision.leadId,
        eventId,
        closerId,
        setterId,
        sourceId,
        trafficTypeId,
        summary,
        trail: decision.trail.map((step) => ({ ...step })),
        reason: null,
        decidedBy: 'job:attribution',
        decidedByName: 'Clinch',
      })
      leadId = decision.leadId
      await creditInstalmentsOf(tx, payment)
    }
  }
  if (leadId) await matchReportsOfLead(tx, leadId)
}

/** Holds the lead behind a payment, so that a booking of theirs at this moment is seen, or sees this payment. */
export async function lockPayer(tx: Tx, paymentId: string): Promise<void> {
  const [payer] = await tx.query<{ email: string | null; phone: string | null; leadId: string | null }>(
    `select customer_email as email, customer_phone as phone, lead_id as "leadId" from payments where organization_id = $1 and id = $2`,
    [tx.organizationId, paymentId],
  )
  if (!payer) return
  if (payer.leadId) await lockLead(tx, payer.leadId)
  await lockCustomer(tx, payer)
}

async function hasDecision(tx: Tx, paymentId: string): Promise<boolean> {
  const [row] = await tx.query<{ some: boolean }>(
    `select exists (select 1 from attribution_decisions where organization_id = $1 and payment_id = $2) as some`,
    [tx.organizationId, paymentId],
  )
  return row?.some ?? false
}

/** Credits the later payments of a subscription anew, where this one is its first: they inherit. */
export async function creditInstalmentsOf(
  tx: Tx,
  { id: firstId, connectionId, subscriptionRef }: { id: string; connectionId: string | null; subscriptionRef: string | null },
): Promise<void> {
  if (connectionId === null || subscriptionRef === null) return
  const rows = await tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.organizationId, tx.organizationId),
        eq(payments.connectionId, connectionId),
        eq(payments.subscriptionRef, subscriptionRef),
      ),
    )
    .orderBy(sql`${payments.paidAt}, ${payments.id}`)
  if (rows[0]?.id !== firstId) return
  for (const { id } of rows.slice(1)) await creditPayment(tx, { paymentId: id })
}

type Credit = Record<'method' | 'leadId' | 'eventId' | 'closerId' | 'setterId' | 'sourceId' | 'trafficTypeId', string | null>

const differs = (a: Credit, b: Credit): boolean =>
  (['method', 'leadId', 'eventId', 'closerId', 'setterId', 'sourceId', 'trafficTypeId'] as const).some((key) => a[key] !== b[key])
