import type { Tx } from '../../../database/tx.ts'
import { lockFoundLead } from '../../leads/service/index.ts'

/**
 * Holds the lead of an event, as far as the event is known and the caller's to see; always before the event's own row. Where the event
 * went to another lead while that was waited for, that one is held.
 */
export function lockLeadOfEvent(tx: Tx, by: 'id' | 'booking_ref', value: string): Promise<string | null> {
  return lockFoundLead(tx, async () => {
    const [event] = await tx.query<{ leadId: string }>(`select lead_id as "leadId" from events where organization_id = $1 and ${by} = $2`, [
      tx.organizationId,
      value,
    ])
    return event?.leadId ?? null
  })
}
