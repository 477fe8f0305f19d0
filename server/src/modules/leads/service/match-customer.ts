import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail, normalisePhone } from '../../../lib/identity.ts'

/** A lead found behind a paying customer, and by what. */
export interface CustomerMatch {
  leadId: string
  leadName: string
  by: 'email' | 'alternate_email' | 'phone'
  value: string
}

/** The lead whom a customer's e-mail address belongs to, else the only lead with their phone number. */
export async function matchCustomer(tx: Tx, customer: { email: string | null; phone: string | null }): Promise<CustomerMatch | null> {
  const email = normaliseEmail(customer.email ?? '')
  if (email) {
    const [row] = await tx.query<{ leadId: string; leadName: string; email: string | null }>(
      `select l.id as "leadId", l.name as "leadName", l.email from lead_emails e
       join leads l on l.organization_id = e.organization_id and l.id = e.lead_id
       where e.organization_id = $1 and e.email = $2`,
      [tx.organizationId, email],
    )
    if (row) return { leadId: row.leadId, leadName: row.leadName, by: row.email === email ? 'email' : 'alternate_email', value: email }
  }
  const phone = normalisePhone(customer.phone ?? '')
  if (!phone) return null
  const rows = await tx.query<{ leadId: string; leadName: string }>(
    `select l.id as "leadId", l.name as "leadName" from lead_phones p
     join leads l on l.organization_id = p.organization_id and l.id = p.lead_id
     where p.organization_id = $1 and p.phone = $2 limit 2`,
    [tx.organizationId, phone],
  )
  const [only, other] = rows
  return only && !other ? { ...only, by: 'phone', value: phone } : null
}
