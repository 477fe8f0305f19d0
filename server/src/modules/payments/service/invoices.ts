import type { Tx } from '../../../database/tx.ts'
import type { BillingTurn } from './billing-turn.ts'
import type { PayingCustomer } from './payment-message.ts'
import { settle, settlePairs } from './settle.ts'

/** What an invoice knows of its purchase. */
export interface KnownInvoice {
  subscriptionRef: string | null
  billingTurn: BillingTurn | null
  purchaseRef: string | null
  customer: PayingCustomer
  metadata: Record<string, string>
  clientReference: string | null
}

interface InvoiceRow extends Omit<KnownInvoice, 'customer'> {
  customerRef: string | null
  customerEmail: string | null
  customerName: string | null
  customerPhone: string | null
}

export const invoiceColumns = `subscription_ref as "subscriptionRef", billing_turn as "billingTurn", purchase_ref as "purchaseRef", customer_ref as "customerRef",
  customer_email as "customerEmail", customer_name as "customerName", customer_phone as "customerPhone", metadata,
  client_reference as "clientReference"`

/** Where two messages of one invoice differ, the least holds, so that their order decides nothing; null where neither says. */
const settledColumns = [
  'subscription_ref',
  'billing_turn',
  'purchase_ref',
  'customer_ref',
  'customer_email',
  'customer_name',
  'customer_phone',
  'client_reference',
]

/** All that is known of a purchase by the invoices that it paid and the checkout that it was paid at; null where there is none. */
export async function invoiceOfPurchase(tx: Tx, connectionId: string, purchaseRef: string): Promise<KnownInvoice | null> {
  const rows = await tx.query<InvoiceRow>(
    `select ${invoiceColumns} from payment_invoices where organization_id = $1 and connection_id = $2 and purchase_ref = $3 order by invoice_ref`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  return rows.map(toInvoice).reduce<KnownInvoice | null>((known, invoice) => (known ? together(known, invoice) : invoice), null)
}

const together = (a: KnownInvoice, b: KnownInvoice): KnownInvoice => ({
  subscriptionRef: settle(a.subscriptionRef, b.subscriptionRef),
  billingTurn: settle(a.billingTurn, b.billingTurn),
  purchaseRef: settle(a.purchaseRef, b.purchaseRef),
  customer: {
    ref: settle(a.customer.ref, b.customer.ref),
    email: settle(a.customer.email, b.customer.email),
    name: settle(a.customer.name, b.customer.name),
    phone: settle(a.customer.phone, b.customer.phone),
  },
  metadata: settlePairs(a.metadata, b.metadata),
  clientReference: settle(a.clientReference, b.clientReference),
})

export const toInvoice = ({ customerRef, customerEmail, customerName, customerPhone, ...rest }: InvoiceRow): KnownInvoice => ({
  ...rest,
  customer: { ref: customerRef, email: customerEmail, name: customerName, phone: customerPhone },
})

/** Merges a message's half of an invoice into what is known of it, and answers the whole. */
export async function storeInvoice(
  tx: Tx,
  connectionId: string,
  invoiceRef: string,
  half: KnownInvoice,
  id: string,
): Promise<KnownInvoice> {
  const [row] = await tx.query<InvoiceRow>(
    `insert into payment_invoices as i (organization_id, id, connection_id, invoice_ref, subscription_ref, billing_turn, purchase_ref, customer_ref,
       customer_email, customer_name, customer_phone, metadata, client_reference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text::jsonb, $13)
     on conflict (organization_id, connection_id, invoice_ref) do update set
       ${settledColumns.map((column) => `${column} = least(i.${column} collate "C", excluded.${column})`).join(', ')},
       metadata = (select coalesce(jsonb_object_agg(key, least((i.metadata ->> key) collate "C", excluded.metadata ->> key)), '{}')
         from jsonb_object_keys(i.metadata || excluded.metadata) as key)
     returning ${invoiceColumns}`,
    [
      tx.organizationId,
      id,
      connectionId,
      invoiceRef,
      half.subscriptionRef,
      half.billingTurn,
      half.purchaseRef,
      half.customer.ref,
      half.customer.email,
      half.customer.name,
      half.customer.phone,
      JSON.stringify(half.metadata),
      half.clientReference,
    ],
  )
  if (!row) throw new Error('A stored invoice was not returned')
  return toInvoice(row)
}
