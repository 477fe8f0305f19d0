import type { Tx } from '../../../database/tx.ts'
import type { PaymentMessage } from './payment-message.ts'

/** The payments that a processor's message is about, as far as they are known, each with its lead. */
export async function paymentsOfMessage(
  tx: Tx,
  connectionId: string,
  message: PaymentMessage,
): Promise<readonly { id: string; leadId: string | null }[]> {
  if (message.kind === 'subscription') return []
  const purchase = message.kind === 'refund_total' ? message.purchase.purchaseRef : message.purchaseRef
  return tx.query<{ id: string; leadId: string | null }>(
    `select p.id, p.lead_id as "leadId" from payments p
     where p.organization_id = $1 and p.connection_id = $2 and p.purchase_ref = any(array[$3::text] || array(
       select i.purchase_ref from payment_invoices i where i.organization_id = $1 and i.connection_id = $2 and i.invoice_ref = $4::text))
     order by p.id`,
    [tx.organizationId, connectionId, purchase, message.kind === 'invoice' ? message.invoiceRef : null],
  )
}
