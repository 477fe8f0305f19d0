import type { Tx } from '../../../database/tx.ts'

/** Who booked a lead first, and who booked them last. */
export interface SettersOfLead {
  originalSetterId: string | null
  currentSetterId: string | null
}

/** Notes who booked a lead, as all bookings that are known tell it. */
export async function noteSettersOfLead(tx: Tx, leadId: string, { originalSetterId, currentSetterId }: SettersOfLead): Promise<void> {
  await tx.query(
    `update leads set original_setter_id = $3::uuid, current_setter_id = $4::uuid where organization_id = $1 and id = $2
       and (original_setter_id, current_setter_id) is distinct from ($3::uuid, $4::uuid)`,
    [tx.organizationId, leadId, originalSetterId, currentSetterId],
  )
}
