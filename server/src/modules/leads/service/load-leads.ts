import type { Tx } from '../../../database/tx.ts'
import { asShown, contactOf, withoutContacts } from '../../organizations/service/index.ts'

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

/** A lead as they are told to whoever is not shown how to reach leads: who gave no name goes by their address. */
export const withoutLeadContacts = (row: LeadRow): LeadRow => ({ ...row, fullName: withoutContacts(row.fullName) })

/** Leads by id, as far as the caller may see them. */
export async function loadLeads(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LeadRow>> {
  const reading = tx.query<LeadRow>(`select ${leadColumns(tx)} from leads l where l.organization_id = $1 and l.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  const rows = await asShown(tx, reading, withoutLeadContacts)
  return new Map(rows.map((row) => [row.id, row]))
}
