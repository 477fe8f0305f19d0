import { paymentRefunds } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import type { RefundMessage, RefundTotalMessage } from './payment-message.ts'
import { readPayingCustomer } from './read-paying-customer.ts'
import { lockPurchase } from './hold-purchases.ts'
import { paymentOf, recordPurchase } from './record-purchase.ts'
import { storeTakenBack } from './store-taken-back.ts'

/**
 * Keeps a report of one refund, and computes the payment's refunded amount anew, if the payment is known already. Answers the currency of
 * that payment where it is not the refund's: then the refund is not counted.
 */
export async function recordRefund(tx: Tx, connectionId: string, message: RefundMessage): Promise<{ otherCurrency: string | null }> {
  await lockPurchase(tx, connectionId, message.purchaseRef)
  await tx.db
    .insert(paymentRefunds)
    .values({
      organizationId: tx.organizationId,
      connectionId,
      purchaseRef: message.purchaseRef,
      report: message.state,
      refundRef: message.refundRef,
      amountMinor: message.amountMinor,
      currency: message.currency,
      madeAt: message.createdAt,
      reportedAt: message.reportedAt,
      reason: message.reason,
    })
    .onConflictDoNothing()
  const payment = await paymentOf(tx, connectionId, message.purchaseRef)
  if (payment) await storeTakenBack(tx, payment.id)
  return { otherCurrency: payment && payment.currency !== message.currency ? payment.currency : null }
}

/** Keeps a running total, which tells of the purchase itself too: it may be the first message that does. */
export async function recordRefundTotal(tx: Tx, connectionId: string, message: RefundTotalMessage): Promise<void> {
  const purchase = { ...message.purchase, customer: await readPayingCustomer(tx, message.purchase.customer) }
  await lockPurchase(tx, connectionId, purchase.purchaseRef, purchase)
  await tx.db
    .insert(paymentRefunds)
    .values({
      organizationId: tx.organizationId,
      connectionId,
      purchaseRef: purchase.purchaseRef,
      report: 'total',
      amountMinor: message.refundedTotalMinor,
      currency: purchase.currency,
      madeAt: message.asOf,
      reportedAt: message.asOf,
    })
    .onConflictDoNothing()
  await recordPurchase(tx, connectionId, purchase)
}
