import type { Tx } from '../../../database/tx.ts'
import { creditTogether, type PaymentOfBuyer } from './credit-together.ts'

/**
 * Leads are known by other addresses than before: every payment that is theirs, or that one of their addresses now tells, is credited anew.
 * Each address is looked up by itself, however many leads there are.
 */
export async function creditPaymentsOfLeads(tx: Tx, { leadIds }: { leadIds: readonly string[] }): Promise<void> {
  const rows = await tx.query<PaymentOfBuyer>(
    `with theirs as (
       select p.id from payments p where p.organization_id = $1 and p.lead_id = any($2::uuid[])
       union select p.id from lead_emails e join payments p on p.organization_id = e.organization_id and p.customer_email = e.email
         where e.organization_id = $1 and e.lead_id = any($2::uuid[])
       union select p.id from lead_phones n join payments p on p.organization_id = n.organization_id and p.customer_phone = n.phone
         where n.organization_id = $1 and n.lead_id = any($2::uuid[])
     )
     select p.id, p.connection_id as "connectionId", p.customer_ref as "customerRef" from payments p
     where p.organization_id = $1 and p.id = any(array(select id from theirs)) and p.deletion_id is null and p.withdrawn_at is null`,
    [tx.organizationId, leadIds],
  )
  await creditTogether(tx, rows, leadIds)
}
