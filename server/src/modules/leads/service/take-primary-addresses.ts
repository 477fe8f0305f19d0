import type { Tx } from '../../../database/tx.ts'

/** Sees to it that a lead goes by an address and a number that they are known by: those that they go by, else the oldest, else none. */
export async function takePrimaryAddresses(tx: Tx, leadId: string): Promise<void> {
  await tx.query(
    `update leads l set
       email = coalesce((select e.email from lead_emails e where e.organization_id = $1 and e.lead_id = l.id and e.email = l.email),
         (select e.email from lead_emails e where e.organization_id = $1 and e.lead_id = l.id order by e.created_at, e.id limit 1)),
       phone = coalesce((select p.phone from lead_phones p where p.organization_id = $1 and p.lead_id = l.id and p.phone = l.phone),
         (select p.phone from lead_phones p where p.organization_id = $1 and p.lead_id = l.id order by p.created_at, p.id limit 1))
     where l.organization_id = $1 and l.id = $2`,
    [tx.organizationId, leadId],
  )
}
