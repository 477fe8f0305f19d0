import type { Tx } from '../../../database/tx.ts'
import { packageColumns, type PackageRow } from '../../packages/service/index.ts'
import { countedPayments } from './payment-rows.ts'

/**
 * What each payment is for: what was said of it itself, else of the report that it stands for, else on the form of the event that it is
 * credited to. Those of which nothing was said are left out.
 */
export async function loadPackagesOfPayments(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, PackageRow>> {
  const rows = await tx.query<PackageRow & { paymentId: string }>(
    `select ${packageColumns}, p.id as "paymentId" from payments p
     left join payments r on r.organization_id = p.organization_id and r.matched_payment_id = p.id
     left join post_call_forms f on f.organization_id = p.organization_id and f.event_id = p.event_id
     join packages k on k.organization_id = p.organization_id and k.id = coalesce(p.package_id, r.package_id, f.package_id)
     where p.organization_id = $1 and p.id = any($2::uuid[])`,
    [tx.organizationId, paymentIds],
  )
  return new Map(rows.map((row) => [row.paymentId, row]))
}

/** Ids of payments that are for some packages, by the same rule, each with its package; each part begins at an index. */
export const paymentsForPackages = (packageIds: string): string =>
  `select p.id, p.package_id from payments p where p.organization_id = $1 and p.package_id = any(${packageIds}::uuid[])
   union all
   select p.id, r.package_id from payments r join payments p on p.organization_id = r.organization_id and p.id = r.matched_payment_id
     where r.organization_id = $1 and r.package_id = any(${packageIds}::uuid[]) and p.package_id is null
   union all
   select p.id, f.package_id from post_call_forms f join payments p on p.organization_id = f.organization_id and p.event_id = f.event_id
     where f.organization_id = $1 and f.package_id = any(${packageIds}::uuid[]) and p.package_id is null and not exists (
       select from payments r where r.organization_id = $1 and r.matched_payment_id = p.id and r.package_id is not null)`

/** How many counted payments, of those that the caller may see, are for each package; those that none is for are left out. */
export async function countPaymentsForPackages(tx: Tx, packageIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; payments: number }>(
    `select k.package_id as id, count(*)::int as payments from (${paymentsForPackages('$2')}) k
     join payments p on p.organization_id = $1 and p.id = k.id where ${countedPayments} group by 1`,
    [tx.organizationId, packageIds],
  )
  return new Map(rows.map(({ id, payments }) => [id, payments]))
}
