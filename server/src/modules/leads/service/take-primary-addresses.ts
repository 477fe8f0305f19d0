import type { Tx } from '../../../database/tx.ts'

/** Sees to it that leads go by an address and a number that they are known by: those that they go by, else the oldest, else none. */
export async function takePrimaryAddresses(tx: Tx, leadIds: readonly string[]): Promise<void> {
  if (leadIds.length === 0) return
  await tx.query(
    `update leads l set email = n.email, phone = n.phone from (
       select k.id,
         coalesce((select e.email from lead_emails e where e.organization_id = $1 and e.lead_id = k.id and e.email = k.email),
           (select e.email from lead_emails e where e.organization_id = $1 and e.lead_id = k.id order by e.created_at, e.id limit 1)) as email,
         coalesce((select p.phone from lead_phones p where p.organization_id = $1 and p.lead_id = k.id and p.phone = k.phone),
           (select p.phone from lead_phones p where p.organization_id = $1 and p.lead_id = k.id order by p.created_at, p.id limit 1)) as phone
       from leads k where k.organization_id = $1 and k.id = any($2::uuid[])
     ) n where l.organization_id = $1 and l.id = n.id and (l.email, l.phone) is distinct from (n.email, n.phone)`,
    [tx.organizationId, leadIds],
  )
}
