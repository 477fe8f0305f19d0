import { payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { paymentChanged } from './facts.ts'
import { storeInvoice } from './invoices.ts'
import type { InvoiceMessage } from './payment-message.ts'
import { customerColumns, lockPurchase } from './record-purchase.ts'

/** Ties an invoice to its subscription and its purchase; once both are known, the payment belongs to the subscription. */
export async function recordInvoice(tx: Tx, connectionId: string, message: InvoiceMessage): Promise<void> {
  await lockNames(tx, [`invoice:${connectionId}:${message.invoiceRef}`])
  const invoice = await storeInvoice(tx, connectionId, message.invoiceRef, message, uuidv7())
  if (!invoice.purchaseRef) return
  await lockPurchase(tx, connectionId, invoice.purchaseRef, invoice.customer)
  const mine = and(
    eq(payments.organizationId, tx.organizationId),
    eq(payments.connectionId, connectionId),
    eq(payments.purchaseRef, invoice.purchaseRef),
  )
  const [payment] = await tx.db.select().from(payments).where(mine).for('update')
  if (!payment) return
  const known = { ref: payment.customerRef, email: payment.customerEmail, name: payment.customerName, phone: payment.customerPhone }
  await tx.db
    .update(payments)
    .set({
      ...customerColumns(known, invoice.customer),
      metadata: { ...invoice.metadata, ...payment.metadata },
      clientReference: payment.clientReference ?? invoice.clientReference,
      subscriptionRef: payment.subscriptionRef ?? invoice.subscriptionRef,
    })
    .where(mine)
  await paymentChanged.announce(tx, { paymentId: payment.id })
}
