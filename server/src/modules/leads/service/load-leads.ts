import type { Tx } from '../../../database/tx.ts'
import { contactOf } from '../../organizations/service/index.ts'

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

/** What is read of a lead `l`, by whom is asking; `$1` is the organization. */
export const leadColumns = (
  tx: Tx,
): string => `l.id, l.name as "fullName", ${contactOf(tx, 'l.email')} as email, ${contactOf(tx, 'l.phone')} as phone, l.time_zone as "timeZone",
  l.original_setter_id as "originalSetterId", l.current_setter_id as "currentSetterId", l.created_at as "createdAt",
  l.merged_into_id as "mergedIntoId"`

/** Leads by id, as far as the caller may see them. */
export async function loadLeads(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LeadRow>> {
  const rows = await tx.query<LeadRow>(`select ${leadColumns(tx)} from leads l where l.organization_id = $1 and l.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}
