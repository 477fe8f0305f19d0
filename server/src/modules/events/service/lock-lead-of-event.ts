import type { Tx } from '../../../database/tx.ts'
import { lockLead } from '../../leads/service/index.ts'

/** Holds the lead of an event, as far as the event is known and the caller's to see; always before the event's own row. */
export async function lockLeadOfEvent(tx: Tx, by: 'id' | 'booking_ref', value: string): Promise<string | null> {
  const [event] = await tx.query<{ leadId: string }>(`select lead_id as "leadId" from events where organization_id = $1 and ${by} = $2`, [
    tx.organizationId,
    value,
  ])
  if (!event) return null
  await lockLead(tx, event.leadId)
  return event.leadId
}
