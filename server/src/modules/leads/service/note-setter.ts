import type { Tx } from '../../../database/tenant-transaction.ts'

/** Notes who booked a lead: the first setter is the original for ever, the latest the current one. */
export async function noteSetterOfLead(tx: Tx, leadId: string, setterId: string): Promise<void> {
  await tx.query(
    `update leads set original_setter_id = coalesce(original_setter_id, $3::uuid), current_setter_id = $3::uuid
     where organization_id = $1 and id = $2 and (original_setter_id is null or current_setter_id is distinct from $3::uuid)`,
    [tx.organizationId, leadId, setterId],
  )
}
