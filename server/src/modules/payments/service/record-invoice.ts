import { payments } from '@clinch/drizzle/tables'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { lockPurchases } from './hold-purchases.ts'
import { type KnownInvoice, storeInvoice } from './invoices.ts'
import type { InvoiceMessage, PayingCustomer } from './payment-message.ts'
import { readPayingCustomer } from './read-paying-customer.ts'
import { customerColumns } from './record-purchase.ts'
import { announceSettled, settleTurns } from './settle-turns.ts'
import { settle, settlePairs } from './settle.ts'

/**
 * Ties an invoice to its subscription and to the purchases that paid it; once both are known, their payments belong to the subscription. One
 * that took nothing says how its subscription began.
 */
export async function recordInvoice(tx: Tx, connectionId: string, message: InvoiceMessage): Promise<void> {
  await lockNames(tx, [`invoice:${connectionId}:${message.invoiceRef}`])
  const customer = await readPayingCustomer(tx, message.customer)
  const { purchaseRef, subscriptionRef, billingTurn, metadata, clientReference, tookNothing = false } = message
  const half = { subscriptionRef, billingTurn, customer, metadata, clientReference, tookNothing }
  const { invoice, purchaseRefs } = await storeInvoice(tx, connectionId, message.invoiceRef, { half, purchaseRef })
  await lockPurchases(tx, connectionId, purchaseRefs, invoice)
  const tied = purchaseRefs.length === 0 ? [] : await tie(tx, connectionId, purchaseRefs, invoice)
  const begun = invoice.subscriptionRef === null ? [] : await settleTurns(tx, connectionId, invoice.subscriptionRef)
  await announceSettled(tx, [...new Set([...tied, ...begun])])
}

/** Adds what an invoice says to the payments of the purchases that paid it, as far as they are known. */
async function tie(tx: Tx, connectionId: string, purchaseRefs: readonly string[], invoice: KnownInvoice): Promise<string[]> {
  const known = await tx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.organizationId, tx.organizationId),
        eq(payments.connectionId, connectionId),
        inArray(payments.purchaseRef, [...purchaseRefs]),
      ),
    )
    .orderBy(payments.id)
    .for('update')
  for (const payment of known) {
    await tx.db
      .update(payments)
      .set({
        ...customerColumns(customerOf(payment), invoice.customer),
        metadata: settlePairs(payment.metadata, invoice.metadata),
        clientReference: settle(payment.clientReference, invoice.clientReference),
        subscriptionRef: settle(payment.subscriptionRef, invoice.subscriptionRef),
        billingTurn: settle(payment.billingTurn, invoice.billingTurn),
      })
      .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, payment.id)))
  }
  return known.map(({ id }) => id)
}

const customerOf = (columns: ReturnType<typeof customerColumns>): PayingCustomer => ({
  ref: columns.customerRef,
  email: columns.customerEmail,
  name: columns.customerName,
  phone: columns.customerPhone,
})
