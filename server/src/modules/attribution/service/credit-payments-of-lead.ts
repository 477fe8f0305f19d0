import type { Tx } from '../../../database/tenant-transaction.ts'
import { creditPayment } from './credit-payment.ts'

/** A booking came or changed: every payment that may be this lead's is credited anew, also those that found nothing before. */
export async function creditPaymentsOfLead(tx: Tx, { leadId, eventId }: { leadId: string; eventId: string }): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `select p.id from payments p where p.organization_id = $1 and not p.attribution_locked and p.withdrawn_at is null and (
       p.lead_id = $2 or p.event_id = $3
       or p.customer_email in (select e.email from lead_emails e where e.organization_id = $1 and e.lead_id = $2)
       or p.customer_phone in (select n.phone from lead_phones n where n.organization_id = $1 and n.lead_id = $2)
       or p.client_reference = $3::text or exists (select 1 from jsonb_each_text(p.metadata) m where m.value = $3::text)
       or (p.attribution_method = 'none' and p.connection_id is not null and exists (
         select 1 from events v where v.organization_id = $1 and v.id = $3
           and (p.metadata::text like '%' || v.booking_ref || '%' or p.client_reference = v.booking_ref)))
     ) order by p.paid_at, p.id`,
    [tx.organizationId, leadId, eventId],
  )
  for (const { id } of rows) await creditPayment(tx, { paymentId: id })
}
