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

/** The package that a payment `p` is for, by the same rule: asked row by row, each answered from an index. */
export const packageOfPayment = `coalesce(p.package_id,
    (select r.package_id from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id and r.package_id is not null limit 1),
    (select f.package_id from post_call_forms f where f.organization_id = p.organization_id and f.event_id = p.event_id))`

/** How many counted payments, of those that the caller may see, are for each package; those that none is for are left out. */
export async function countPaymentsForPackages(tx: Tx, packageIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; payments: number }>(
    `with said as materialized (select ${packageOfPayment} as package_id from payments p where p.organization_id = $1 and ${countedPayments})
     select package_id as id, count(*)::int as payments from said where package_id = any($2::uuid[]) group by 1`,
    [tx.organizationId, packageIds],
  )
  return new Map(rows.map(({ id, payments }) => [id, payments]))
}
