import { payments } from '@clinch/drizzle/tables'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { paymentChanged } from './facts.ts'
import { lockPurchase } from './hold-purchases.ts'
import { invoiceOfPurchase } from './invoices.ts'
import type { PayingCustomer, PurchaseMessage } from './payment-message.ts'
import { readPayingCustomer } from './read-paying-customer.ts'
import { settle, settlePairs } from './settle.ts'
import { storeDeals } from './store-deals.ts'
import { storeTakenBack } from './store-taken-back.ts'

/** Makes the payment of a purchase, or adds to it what an earlier message did not say; then its credit is decided anew. */
export async function recordPurchase(tx: Tx, connectionId: string, told: PurchaseMessage): Promise<{ paymentId: string; isNew: boolean }> {
  const message = { ...told, customer: await readPayingCustomer(tx, told.customer) }
  await lockPurchase(tx, connectionId, message.purchaseRef, message)
  const known = await lockPayment(tx, connectionId, message.purchaseRef)
  const paymentId = known ? await addTo(tx, known, message) : await create(tx, connectionId, message)
  await storeTakenBack(tx, paymentId)
  await paymentChanged.announce(tx, { paymentId })
  await storeDeals(tx, { paymentIds: [paymentId] })
  return { paymentId, isNew: known === null }
}

/** The payment of a purchase, held; null where no message has told of it yet. */
export async function paymentOf(tx: Tx, connectionId: string, purchaseRef: string): Promise<{ id: string; currency: string } | null> {
  const [row] = await tx.query<{ id: string; currency: string }>(
    `select id, currency from payments where organization_id = $1 and connection_id = $2 and purchase_ref = $3 for update`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  return row ?? null
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
      metadata: settlePairs(message.metadata, invoice?.metadata ?? {}),
      clientReference: settle(message.clientReference, invoice?.clientReference),
      subscriptionRef: settle(message.subscriptionRef, invoice?.subscriptionRef),
      billingTurn: settle(message.billingTurn, invoice?.billingTurn),
    })
    .returning({ id: payments.id })
  if (!row) throw new Error('An inserted payment was not returned')
  return row.id
}

/**
 * Fills what is empty. Where messages differ, what holds does not depend on their order: the earliest time, the largest amount in the first
 * of their currencies, else the least.
 */
async function addTo(tx: Tx, known: Known, message: PurchaseMessage): Promise<string> {
  const customer = customerColumns(message.customer)
  const tellsMore = message.currency === known.currency ? message.amountMinor > known.amountMinor : message.currency < known.currency
  const { amountMinor, currency } = tellsMore ? message : known
  await tx.db
    .update(payments)
    .set({
      chargeRef: settle(known.chargeRef, message.chargeRef),
      amountMinor,
      currency,
      paidAt: settle(known.paidAt, message.paidAt) ?? known.paidAt,
      customerRef: settle(known.customerRef, customer.customerRef),
      customerEmail: settle(known.customerEmail, customer.customerEmail),
      customerName: settle(known.customerName, customer.customerName),
      customerPhone: settle(known.customerPhone, customer.customerPhone),
      description: settle(known.description, message.description),
      metadata: settlePairs(known.metadata, message.metadata),
      clientReference: settle(known.clientReference, message.clientReference),
      subscriptionRef: settle(known.subscriptionRef, message.subscriptionRef),
      billingTurn: settle(known.billingTurn, message.billingTurn),
    })
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, known.id)))
  return known.id
}

/** The columns of a customer who was read; what one message leaves out, another may say. */
export const customerColumns = (customer: PayingCustomer, other?: PayingCustomer) => ({
  customerRef: settle(customer.ref, other?.ref),
  customerEmail: settle(customer.email, other?.email),
  customerName: settle(customer.name, other?.name),
  customerPhone: settle(customer.phone, other?.phone),
})
