import { type PaymentWords, payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { paymentChanged } from './facts.ts'
import { firstWords, type PaymentOfSubscription } from './first-words.ts'
import { beginningWithNothing, invoiceOfPurchase, type KnownInvoice } from './invoices.ts'
import { storeDeals } from './store-deals.ts'

/**
 * Decides anew which payment is the first of the subscription that a purchase is of, and credits those anew that say something else by it. The
 * caller holds its turns.
 */
export async function settleTurnsOf(tx: Tx, connectionId: string, purchaseRef: string): Promise<void> {
  const [payment] = await tx.query<{ subscriptionRef: string }>(
    `select subscription_ref as "subscriptionRef" from payments
     where organization_id = $1 and connection_id = $2 and purchase_ref = $3 and subscription_ref is not null`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  if (payment) await announceSettled(tx, await settleTurns(tx, connectionId, payment.subscriptionRef))
}

/** Tells of payments that say something else than before. */
export async function announceSettled(tx: Tx, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return
  for (const paymentId of paymentIds) await paymentChanged.announce(tx, { paymentId })
  await storeDeals(tx, { paymentIds })
}

/** Stores what the payments of a subscription say by how it began. Answers those that say something else than before. The caller holds its turns. */
export async function settleTurns(tx: Tx, connectionId: string, subscriptionRef: string): Promise<string[]> {
  const beginning = await beginningWithNothing(tx, connectionId, subscriptionRef)
  const known = await paymentsOf(tx, connectionId, subscriptionRef)
  if (!beginning && known.every(({ begunWith }) => begunWith === null)) return []
  const changed = firstWords(known, beginning && wordsOf(beginning))
  for (const { id, words, begunWith } of changed) {
    await tx.db
      .update(payments)
      .set({ ...words, metadata: { ...words.metadata }, begunWith })
      .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, id)))
  }
  return changed.map(({ id }) => id)
}

async function paymentsOf(tx: Tx, connectionId: string, subscriptionRef: string): Promise<PaymentOfSubscription[]> {
  const rows = await tx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.organizationId, tx.organizationId),
        eq(payments.connectionId, connectionId),
        eq(payments.subscriptionRef, subscriptionRef),
      ),
    )
    .orderBy(payments.id)
  const known: PaymentOfSubscription[] = []
  for (const { id, purchaseRef, paidAt, billingTurn, clientReference, metadata, begunWith } of rows) {
    const tied = begunWith && purchaseRef !== null ? await invoiceOfPurchase(tx, connectionId, purchaseRef) : null
    known.push({ id, purchaseRef, paidAt, words: { billingTurn, clientReference, metadata }, begunWith, tied: tied && wordsOf(tied) })
  }
  return known
}

const wordsOf = ({ billingTurn, clientReference, metadata }: KnownInvoice): PaymentWords => ({ billingTurn, clientReference, metadata })
