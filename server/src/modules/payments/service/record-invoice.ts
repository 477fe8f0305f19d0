import { payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { paymentChanged } from './facts.ts'
import { storeInvoice } from './invoices.ts'
import type { InvoiceMessage, PayingCustomer } from './payment-message.ts'
import { readPayingCustomer } from './read-paying-customer.ts'
import { customerColumns, lockPurchase } from './record-purchase.ts'
import { settle, settlePairs } from './settle.ts'
import { storeDeals } from './store-deals.ts'

/** Ties an invoice to its subscription and its purchase; once both are known, the payment belongs to the subscription. */
export async function recordInvoice(tx: Tx, connectionId: string, message: InvoiceMessage): Promise<void> {
  await lockNames(tx, [`invoice:${connectionId}:${message.invoiceRef}`])
  const customer = await readPayingCustomer(tx, message.customer)
  const invoice = await storeInvoice(tx, connectionId, message.invoiceRef, { ...message, customer }, uuidv7())
  if (!invoice.purchaseRef) return
  await lockPurchase(tx, connectionId, invoice.purchaseRef, invoice)
  const mine = and(
    eq(payments.organizationId, tx.organizationId),
    eq(payments.connectionId, connectionId),
    eq(payments.purchaseRef, invoice.purchaseRef),
  )
  const [payment] = await tx.db.select().from(payments).where(mine).for('update')
  if (!payment) return
  await tx.db
    .update(payments)
    .set({
      ...customerColumns(customerOf(payment), invoice.customer),
      metadata: settlePairs(payment.metadata, invoice.metadata),
      clientReference: settle(payment.clientReference, invoice.clientReference),
      subscriptionRef: settle(payment.subscriptionRef, invoice.subscriptionRef),
      billingTurn: settle(payment.billingTurn, invoice.billingTurn),
    })
    .where(mine)
  await paymentChanged.announce(tx, { paymentId: payment.id })
  await storeDeals(tx, { paymentIds: [payment.id] })
}

const customerOf = (columns: ReturnType<typeof customerColumns>): PayingCustomer => ({
  ref: columns.customerRef,
  email: columns.customerEmail,
  name: columns.customerName,
  phone: columns.customerPhone,
})
