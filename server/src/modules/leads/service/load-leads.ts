import type { Tx } from '../../../database/tx.ts'

export interface LeadRow {
  id: string
  fullName: string
  email: string | null
  phone: string | null
  timeZone: string | null
  originalSetterId: string | null
  currentSetterId: string | null
  createdAt: string
  mergedIntoId: string | null
}

export const leadColumns = `l.id, l.name as "fullName", l.email, l.phone, l.time_zone as "timeZone",
  l.original_setter_id as "originalSetterId", l.current_setter_id as "currentSetterId", l.created_at as "createdAt",
  l.merged_into_id as "mergedIntoId"`

/** Leads by id, as far as the caller may see them. */
export async function loadLeads(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LeadRow>> {
  const rows = await tx.query<LeadRow>(`select ${leadColumns} from leads l where l.organization_id = $1 and l.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}
