import type { Tx } from '../../../database/tx.ts'
import { creditTogether, type PaymentOfBuyer } from './credit-together.ts'
import { holdNamed } from './hold-payers.ts'
import { namesOfEvent } from './references.ts'

/** A booking came or changed: every payment that may be this lead's, or that names this event, is credited anew, whatever it was before. */
export async function creditPaymentsOfLead(tx: Tx, { leadId, eventId }: { leadId: string; eventId: string }): Promise<void> {
  const [event] = await tx.query<{ bookingRef: string }>(
    `select booking_ref as "bookingRef" from events where organization_id = $1 and id = $2`,
    [tx.organizationId, eventId],
  )
  if (!event) throw new Error(`The event ${eventId} vanished inside its own transaction`)
  const names = namesOfEvent({ eventId, ...event })
  await holdNamed(tx, names)
  const rows = await tx.query<PaymentOfBuyer>(
    `select p.id, p.connection_id as "connectionId", p.customer_ref as "customerRef" from payments p
     where p.organization_id = $1 and p.deletion_id is null and p.withdrawn_at is null and (
       p.lead_id = $2 or p.event_id = $3
       or p.customer_email in (select e.email from lead_emails e where e.organization_id = $1 and e.lead_id = $2)
       or p.customer_phone in (select n.phone from lead_phones n where n.organization_id = $1 and n.lead_id = $2)
       or btrim(p.client_reference) = any($4::text[])
       or (p.metadata <> '{}'::jsonb and exists (select 1 from jsonb_each_text(p.metadata) m where btrim(m.value) = any($4::text[])))
     ) order by p.paid_at, p.id`,
    [tx.organizationId, leadId, eventId, names],
  )
  await creditTogether(tx, rows, [leadId])
}
