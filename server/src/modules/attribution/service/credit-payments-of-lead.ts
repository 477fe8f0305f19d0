import type { Tx } from '../../../database/tx.ts'
import { lockNamed, namesOfEvent } from '../../payments/service/index.ts'
import { creditTogether, type PaymentOfBuyer } from './credit-together.ts'

/** A booking came or changed: every payment that may be this lead's, or that names this event, is credited anew, whatever it was before. */
export async function creditPaymentsOfLead(tx: Tx, { leadId, eventId }: { leadId: string; eventId: string }): Promise<void> {
  const [event] = await tx.query<{ bookingRef: string }>(
    `select booking_ref as "bookingRef" from events where organization_id = $1 and id = $2`,
    [tx.organizationId, eventId],
  )
  if (!event) throw new Error(`The event ${eventId} vanished inside its own transaction`)
  const names = namesOfEvent({ eventId, ...event })
  await lockNamed(tx, names)
  await creditTogether(tx, await findPaymentsOfLead(tx, { leadId, eventId, names }), [leadId])
}

/** The payments that may be a lead's, or that name one of their events. Each way of finding them has an index, however many there are. */
export const findPaymentsOfLead = (
  tx: Tx,
  { leadId, eventId, names }: { leadId: string; eventId: string; names: readonly string[] },
): Promise<PaymentOfBuyer[]> =>
  tx.query<PaymentOfBuyer>(
    `with theirs as (
       select p.id from payments p where p.organization_id = $1 and p.lead_id = $2
       union select p.id from payments p where p.organization_id = $1 and p.event_id = $3
       union select p.id from lead_emails e join payments p on p.organization_id = e.organization_id and p.customer_email = e.email
         where e.organization_id = $1 and e.lead_id = $2
       union select p.id from lead_phones n join payments p on p.organization_id = n.organization_id and p.customer_phone = n.phone
         where n.organization_id = $1 and n.lead_id = $2
       union select r.payment_id from payment_references r where r.organization_id = $1 and r.value = any($4::text[])
     )
     select p.id, p.connection_id as "connectionId", p.customer_ref as "customerRef" from payments p
     where p.organization_id = $1 and p.id = any(array(select id from theirs)) and p.deletion_id is null and p.withdrawn_at is null
     order by p.paid_at, p.id`,
    [tx.organizationId, leadId, eventId, names],
  )
