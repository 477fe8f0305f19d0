import type { Tx } from '../../../database/tx.ts'
import { paymentsShown } from '../../organizations/service/index.ts'
import { packageColumns, type PackageRow } from '../../packages/service/index.ts'
import { countedPayments } from './payment-rows.ts'

/** What each payment is for, as its row says, which the database keeps. Those of which nothing was said are left out. */
export async function loadPackagesOfPayments(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, PackageRow>> {
  const rows = await tx.query<PackageRow & { paymentId: string }>(
    `select ${packageColumns}, p.id as "paymentId" from payments p
     join packages k on k.organization_id = p.organization_id and k.id = p.for_package_id
     where p.organization_id = $1 and p.id = any($2::uuid[])`,
    [tx.organizationId, paymentIds],
  )
  return new Map(rows.map((row) => [row.paymentId, row]))
}

/** How many counted payments, of those that the caller may see, are for each package; those that none is for are left out. */
export async function countPaymentsForPackages(tx: Tx, packageIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; payments: number }>(
    `select p.for_package_id as id, count(*)::int as payments from payments p
     where p.organization_id = $1 and p.for_package_id = any($2::uuid[]) and ${countedPayments} and ${paymentsShown(tx)} group by 1`,
    [tx.organizationId, packageIds],
  )
  return new Map(rows.map(({ id, payments }) => [id, payments]))
}
