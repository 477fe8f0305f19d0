import type { Tx } from '../../../database/tx.ts'

/** Everybody who is known by one of these numbers: what one of them gains or loses changes whose payments the others' are. */
export async function leadsByPhones(tx: Tx, phones: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ leadId: string }>(
    `select distinct lead_id as "leadId" from lead_phones where organization_id = $1 and phone = any($2::text[]) order by 1`,
    [tx.organizationId, phones],
  )
  return rows.map(({ leadId }) => leadId)
}
