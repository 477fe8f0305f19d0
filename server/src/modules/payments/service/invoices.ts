import type { Tx } from '../../../database/tx.ts'
import type { PayingCustomer } from './payment-message.ts'

/** What an invoice knows of its purchase. */
export interface KnownInvoice {
  subscriptionRef: string | null
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

export const invoiceColumns = `subscription_ref as "subscriptionRef", purchase_ref as "purchaseRef", customer_ref as "customerRef",
  customer_email as "customerEmail", customer_name as "customerName", customer_phone as "customerPhone", metadata, client_reference as "clientReference"`

/** The invoice that a purchase paid, if one is known. */
export async function invoiceOfPurchase(tx: Tx, connectionId: string, purchaseRef: string): Promise<KnownInvoice | null> {
  const [row] = await tx.query<InvoiceRow>(
    `select ${invoiceColumns} from payment_invoices where organization_id = $1 and connection_id = $2 and purchase_ref = $3 order by id limit 1`,
    [tx.organizationId, connectionId, purchaseRef],
  )
  return row ? toInvoice(row) : null
}

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
    `insert into payment_invoices as i (organization_id, id, connection_id, invoice_ref, subscription_ref, purchase_ref, customer_ref, customer_email,
       customer_name, customer_phone, metadata, client_reference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12)
     on conflict (organization_id, connection_id, invoice_ref) do update set
       subscription_ref = coalesce(i.subscription_ref, excluded.subscription_ref), purchase_ref = coalesce(i.purchase_ref, excluded.purchase_ref),
       customer_ref = coalesce(i.customer_ref, excluded.customer_ref), customer_email = coalesce(i.customer_email, excluded.customer_email),
       customer_name = coalesce(i.customer_name, excluded.customer_name), customer_phone = coalesce(i.customer_phone, excluded.customer_phone),
       metadata = excluded.metadata || i.metadata, client_reference = coalesce(i.client_reference, excluded.client_reference)
     returning ${invoiceColumns}`,
    [
      tx.organizationId,
      id,
      connectionId,
      invoiceRef,
      half.subscriptionRef,
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
