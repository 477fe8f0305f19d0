import type { Tx } from '../../../database/tx.ts'

/** An e-mail address or phone number that a lead is known by. */
export interface LeadAddressRow {
  leadId: string
  address: string
  isPrimary: boolean
  learnedFrom: string
  createdAt: string
}

const load =
  (table: 'lead_emails' | 'lead_phones', column: 'email' | 'phone') =>
  async (tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, LeadAddressRow[]>> => {
    const rows = await tx.query<LeadAddressRow>(
      `select a.lead_id as "leadId", a.${column} as address, coalesce(a.${column} = l.${column}, false) as "isPrimary", a.learned_from as "learnedFrom",
         a.created_at as "createdAt"
       from ${table} a join leads l on l.organization_id = a.organization_id and l.id = a.lead_id
       where a.organization_id = $1 and a.lead_id = any($2::uuid[]) order by a.${column} = l.${column} desc nulls last, a.created_at, a.id`,
      [tx.organizationId, leadIds],
    )
    const grouped = new Map<string, LeadAddressRow[]>()
    for (const row of rows) grouped.set(row.leadId, [...(grouped.get(row.leadId) ?? []), row])
    return grouped
  }

/** Every e-mail address of the given leads, the one they go by first. A rep sees none: only the one that they go by, with the lead. */
export const loadEmailsOfLeads = load('lead_emails', 'email')
export const loadPhonesOfLeads = load('lead_phones', 'phone')
