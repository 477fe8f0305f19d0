import type { Tx } from '../../../database/tx.ts'
import { noteSettersOfLead } from '../../leads/service/index.ts'

/**
 * Computes anew who booked a lead first and who booked them last, by the time of booking: messages may come in any order, and a chain
 * of reschedules has its first booking's setter. A copy books nobody.
 */
export async function noteSetters(tx: Tx, leadId: string): Promise<void> {
  const [setters] = await tx.query<{ first: string | null; last: string | null }>(
    `select (array_agg(setter_id order by booked_at, booking_ref))[1] as first,
       (array_agg(setter_id order by booked_at desc, booking_ref desc))[1] as last
     from events where organization_id = $1 and lead_id = $2 and setter_id is not null and duplicate_of_id is null`,
    [tx.organizationId, leadId],
  )
  await noteSettersOfLead(tx, leadId, { originalSetterId: setters?.first ?? null, currentSetterId: setters?.last ?? null })
}
