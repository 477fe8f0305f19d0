import { payments } from '@clinch/drizzle/tables'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { normaliseEmail, normalisePhone } from '../../../lib/identity.ts'
import { lockCustomer } from '../../leads/service/index.ts'
import { paymentChanged } from './facts.ts'
import { invoiceOfPurchase } from './invoices.ts'
import type { PayingCustomer, PurchaseMessage } from './payment-message.ts'
import { storeRefunded } from './store-refunded.ts'

/** Makes the payment of a purchase, or adds to it what an earlier message did not say; then its credit is decided anew. */
export async function recordPurchase(
  tx: Tx,
  connectionId: string,
  message: PurchaseMessage,
): Promise<{ paymentId: string; isNew: boolean }> {
  await lockPurchase(tx, connectionId, message.purchaseRef, message.customer)
  const known = await lockPayment(tx, connectionId, message.purchaseRef)
  const paymentId = known ? await addTo(tx, known, message) : await create(tx, connectionId, message)
  await storeRefunded(tx, paymentId)
  await paymentChanged.announce(tx, { paymentId })
  return { paymentId, isNew: known === null }
}

/** Holds a purchase, then its customer as all messages so far have them, and only then, in the caller, its row. */
export async function lockPurchase(
  tx: Tx,
  connectionId: string,
  purchaseRef: string,
  told: { email: string | null; phone: string | null },
): Promise<void> {
  await lockNames(tx, [`purchase:${connectionId}:${purchaseRef}`])
  const [known] = await tx.query<{ email: string | null; phone: string | null }>(
    `select customer_email as email, customer_phone as phone from payments where organization_id = $1 and connection_id = $2 and purchase_ref = $3`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  await lockCustomer(tx, { email: known?.email ?? told.email, phone: known?.phone ?? told.phone })
}

type Known = typeof payments.$inferSelect

async function lockPayment(tx: Tx, connectionId: string, purchaseRef: string): Promise<Known | null> {
  const [row] = await tx.db
    .select()
    .from(payments)
    .where(
      and(eq(payments.organizationId, tx.organizationId), eq(payments.connectionId, connectionId), eq(payments.purchaseRef, purchaseRef)),
    )
    .for('update')
  return row ?? null
}

async function create(tx: Tx, connectionId: string, message: PurchaseMessage): Promise<string> {
  const invoice = await invoiceOfPurchase(tx, connectionId, message.purchaseRef)
  const [row] = await tx.db
    .insert(payments)
    .values({
      organizationId: tx.organizationId,
      origin: 'processor',
      provider: sql`(select provider from connections where organization_id = ${tx.organizationId} and id = ${connectionId})`,
      connectionId,
      purchaseRef: message.purchaseRef,
      chargeRef: message.chargeRef,
      amountMinor: message.amountMinor,
      currency: message.currency,
      paidAt: message.paidAt,
      status: 'succeeded',
      ...customerColumns(message.customer, invoice?.customer),
      description: message.description,
      metadata: { ...invoice?.metadata, ...message.metadata },
      clientReference: message.clientReference ?? invoice?.clientReference ?? null,
      subscriptionRef: message.subscriptionRef ?? invoice?.subscriptionRef ?? null,
    })
    .returning({ id: payments.id })
  if (!row) throw new Error('An inserted payment was not returned')
  return row.id
}

/** Fills what is empty; takes the earliest of the times told, so that the order of messages does not matter. */
async function addTo(tx: Tx, known: Known, message: PurchaseMessage): Promise<string> {
  const customer = customerColumns(message.customer)
  await tx.db
    .update(payments)
    .set({
      chargeRef: known.chargeRef ?? message.chargeRef,
      paidAt: known.paidAt < message.paidAt ? known.paidAt : message.paidAt,
      customerRef: known.customerRef ?? customer.customerRef,
      customerEmail: known.customerEmail ?? customer.customerEmail,
      customerName: known.customerName ?? customer.customerName,
      customerPhone: known.customerPhone ?? customer.customerPhone,
      description: known.description ?? message.description,
      metadata: { ...message.metadata, ...known.metadata },
      clientReference: known.clientReference ?? message.clientReference,
      subscriptionRef: known.subscriptionRef ?? message.subscriptionRef,
    })
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, known.id)))
  return known.id
}

/** A customer's columns; what one message leaves out, another may say. */
export const customerColumns = (customer: PayingCustomer, other?: PayingCustomer) => ({
  customerRef: customer.ref ?? other?.ref ?? null,
  customerEmail: normaliseEmail(customer.email ?? '') ?? normaliseEmail(other?.email ?? ''),
  customerName: customer.name ?? other?.name ?? null,
  customerPhone: normalisePhone(customer.phone ?? '') ?? normalisePhone(other?.phone ?? ''),
})
