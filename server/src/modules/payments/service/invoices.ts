import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import type { BillingTurn } from './billing-turn.ts'
import type { PayingCustomer } from './payment-message.ts'
import { settle, settlePairs } from './settle.ts'

/** What an invoice knows of its purchases. */
export interface KnownInvoice {
  subscriptionRef: string | null
  billingTurn: BillingTurn | null
  customer: PayingCustomer
  metadata: Record<string, string>
  clientReference: string | null
  /** Whether it asked for no money, as the first one of a trial does. */
  tookNothing: boolean
}

interface InvoiceRow extends Omit<KnownInvoice, 'customer'> {
  customerRef: string | null
  customerEmail: string | null
  customerName: string | null
  customerPhone: string | null
}

const invoiceColumns = `subscription_ref as "subscriptionRef", billing_turn as "billingTurn", customer_ref as "customerRef",
  customer_email as "customerEmail", customer_name as "customerName", customer_phone as "customerPhone", metadata,
  client_reference as "clientReference", took_nothing as "tookNothing"`

/** All that is known of a purchase by the invoices that it paid and the checkout that it was paid at; null where there is none. */
export async function invoiceOfPurchase(tx: Tx, connectionId: string, purchaseRef: string): Promise<KnownInvoice | null> {
  const rows = await tx.query<InvoiceRow>(
    `select ${invoiceColumns} from payment_invoices where organization_id = $1 and connection_id = $2 and purchase_ref = $3 order by invoice_ref`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  return allTogether(rows.map(toInvoice))
}

/** How a subscription began, where its first invoice took nothing: what that and its checkout say; null where it took money, or is not known. */
export async function beginningWithNothing(tx: Tx, connectionId: string, subscriptionRef: string): Promise<KnownInvoice | null> {
  const rows = await tx.query<InvoiceRow>(
    `select ${invoiceColumns} from payment_invoices where organization_id = $1 and connection_id = $2 and subscription_ref = $3
       and took_nothing and billing_turn = 'first' and purchase_ref is null order by invoice_ref`,
    [tx.organizationId, connectionId, subscriptionRef],
  )
  return allTogether(rows.map(toInvoice))
}

const allTogether = (invoices: readonly KnownInvoice[]): KnownInvoice | null =>
  invoices.reduce<KnownInvoice | null>((known, invoice) => (known ? together(known, invoice) : invoice), null)

/** Where two messages differ, the least holds, so that their order decides nothing; null where neither says. */
const together = (a: KnownInvoice, b: KnownInvoice): KnownInvoice => ({
  subscriptionRef: settle(a.subscriptionRef, b.subscriptionRef),
  billingTurn: settle(a.billingTurn, b.billingTurn),
  customer: {
    ref: settle(a.customer.ref, b.customer.ref),
    email: settle(a.customer.email, b.customer.email),
    name: settle(a.customer.name, b.customer.name),
    phone: settle(a.customer.phone, b.customer.phone),
  },
  metadata: settlePairs(a.metadata, b.metadata),
  clientReference: settle(a.clientReference, b.clientReference),
  tookNothing: a.tookNothing || b.tookNothing,
})

const toInvoice = ({ customerRef, customerEmail, customerName, customerPhone, ...rest }: InvoiceRow): KnownInvoice => ({
  ...rest,
  customer: { ref: customerRef, email: customerEmail, name: customerName, phone: customerPhone },
})

/**
 * Merges a message's half of an invoice into what is known of it, and answers the whole, with all the purchases that paid it. The caller
 * holds the invoice.
 */
export async function storeInvoice(
  tx: Tx,
  connectionId: string,
  invoiceRef: string,
  { half, purchaseRef }: { half: KnownInvoice; purchaseRef: string | null },
): Promise<{ invoice: KnownInvoice; purchaseRefs: string[] }> {
  const rows = await tx.query<InvoiceRow & { id: string; purchaseRef: string | null }>(
    `select id, purchase_ref as "purchaseRef", ${invoiceColumns} from payment_invoices
     where organization_id = $1 and connection_id = $2 and invoice_ref = $3 order by purchase_ref`,
    [tx.organizationId, connectionId, invoiceRef],
  )
  const invoice = rows.map(({ id: _, purchaseRef: __, ...row }) => toInvoice(row)).reduce(together, half)
  const tied = rows.flatMap((row) => row.purchaseRef ?? [])
  const isTied = purchaseRef === null ? rows.length > 0 : tied.includes(purchaseRef)
  // What was known before any purchase was becomes the row of the first.
  const rowId = isTied ? null : (rows.find((row) => row.purchaseRef === null)?.id ?? uuidv7())
  await tx.query(
    `insert into payment_invoices (organization_id, id, connection_id, invoice_ref, purchase_ref, metadata)
     select $1, $2::uuid, $3, $4, $5, '{}' where $2::uuid is not null
     on conflict (organization_id, id) do update set purchase_ref = excluded.purchase_ref`,
    [tx.organizationId, rowId, connectionId, invoiceRef, purchaseRef],
  )
  await tx.query(
    `update payment_invoices set subscription_ref = $4, billing_turn = $5, customer_ref = $6, customer_email = $7, customer_name = $8,
       customer_phone = $9, metadata = $10::text::jsonb, client_reference = $11, took_nothing = $12
     where organization_id = $1 and connection_id = $2 and invoice_ref = $3`,
    [
      tx.organizationId,
      connectionId,
      invoiceRef,
      invoice.subscriptionRef,
      invoice.billingTurn,
      invoice.customer.ref,
      invoice.customer.email,
      invoice.customer.name,
      invoice.customer.phone,
      JSON.stringify(invoice.metadata),
      invoice.clientReference,
      invoice.tookNothing,
    ],
  )
  return { invoice, purchaseRefs: purchaseRef === null || isTied ? tied : [...tied, purchaseRef].sort() }
}
