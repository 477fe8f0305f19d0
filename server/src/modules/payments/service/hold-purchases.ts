import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { lockPayers, type Payer, payerColumns } from './hold-payers.ts'
import type { KnownInvoice } from './invoices.ts'
import type { PurchaseMessage } from './payment-message.ts'

/** What a message says of who paid. */
type Told = Partial<Pick<PurchaseMessage, 'customer' | 'metadata' | 'clientReference'>>

/** Holds a purchase, then whoever is behind it, and only then, in the caller, its row. */
export async function lockPurchase(tx: Tx, connectionId: string, purchaseRef: string, told: Told = {}): Promise<void> {
  await lockNames(tx, [purchaseName(connectionId, purchaseRef)])
  await lockPayersOf(tx, connectionId, [purchaseRef], told)
}

/**
 * Holds all purchases that paid an invoice, then the turns of its subscription, then whoever is behind any of them: each kind at once, since
 * whoever held one after the other might wait in a ring.
 */
export async function lockPurchases(tx: Tx, connectionId: string, purchaseRefs: readonly string[], invoice: KnownInvoice): Promise<void> {
  await lockNames(
    tx,
    purchaseRefs.map((ref) => purchaseName(connectionId, ref)),
  )
  await lockTurns(tx, connectionId, invoice.subscriptionRef === null ? [] : [invoice.subscriptionRef])
  if (purchaseRefs.length > 0) await lockPayersOf(tx, connectionId, purchaseRefs, invoice)
}

/** Holds whoever is behind purchases by what this message and all so far say, their invoices' too. */
async function lockPayersOf(tx: Tx, connectionId: string, purchaseRefs: readonly string[], told: Told): Promise<void> {
  const known = await tx.query<Payer>(
    `select ${payerColumns} from payments p where p.organization_id = $1 and p.connection_id = $2 and p.purchase_ref = any($3::text[])
     union all
     select connection_id, customer_ref, null, customer_email, customer_phone, metadata, client_reference from payment_invoices
     where organization_id = $1 and connection_id = $2 and purchase_ref = any($3::text[])`,
    [tx.organizationId, connectionId, purchaseRefs],
  )
  const { customer, metadata = {}, clientReference = null } = told
  const { ref: customerRef = null, email = null, phone = null } = customer ?? {}
  await lockPayers(tx, [...known, { connectionId, customerRef, leadId: null, email, phone, metadata, clientReference }])
}

/** The name that a purchase is held by. */
export const purchaseName = (connectionId: string, ref: string): string => `purchase:${connectionId}:${ref}`

/** Holds which payment is the first of a subscription: after the purchases, and before whoever is behind them. */
const lockTurns = (tx: Tx, connectionId: string, subscriptionRefs: readonly string[]): Promise<void> =>
  lockNames(
    tx,
    subscriptionRefs.map((ref) => `turns:${connectionId}:${ref}`),
  )

/** Holds a purchase, and the turns of the subscription that it is of: whoever ties it to another waits for the purchase. */
export async function lockTurnsOf(
  tx: Tx,
  connectionId: string,
  { purchaseRef, subscriptionRef }: Pick<PurchaseMessage, 'purchaseRef' | 'subscriptionRef'>,
): Promise<void> {
  await lockNames(tx, [purchaseName(connectionId, purchaseRef)])
  const known = await tx.query<{ ref: string }>(
    `select subscription_ref as ref from payment_invoices
     where organization_id = $1 and connection_id = $2 and purchase_ref = $3 and subscription_ref is not null
     union select subscription_ref from payments
     where organization_id = $1 and connection_id = $2 and purchase_ref = $3 and subscription_ref is not null`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  await lockTurns(tx, connectionId, [...known.map(({ ref }) => ref), ...(subscriptionRef === null ? [] : [subscriptionRef])])
}
