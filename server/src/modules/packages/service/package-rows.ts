import type { Tx } from '../../../database/tx.ts'

/** A package as it is read. Amounts are minor units of its currency. */
export interface PackageRow {
  id: string
  name: string
  description: string | null
  priceMinor: bigint
  currency: string
  paidInFull: boolean
  /** All four or none. */
  instalmentCount: number | null
  instalmentMinor: bigint | null
  instalmentEvery: number | null
  instalmentInterval: 'day' | 'month' | null
  depositMinor: bigint | null
  retiredAt: string | null
}

/** Of packages that a query calls k. */
export const packageColumns = `k.id, k.name, k.description, k.price_minor as "priceMinor", k.currency, k.paid_in_full as "paidInFull",
  k.instalment_count as "instalmentCount", k.instalment_minor as "instalmentMinor", k.instalment_every as "instalmentEvery",
  k.instalment_interval as "instalmentInterval", k.deposit_minor as "depositMinor", k.retired_at as "retiredAt"`

/** Packages by id, retired or not. */
export async function loadPackages(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PackageRow>> {
  const rows = await tx.query<PackageRow>(
    `select ${packageColumns} from packages k where k.organization_id = $1 and k.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What is sold, in the organization's order; where asked for, then what was, the last retired first. */
export const listPackages = (tx: Tx, { includeRetired }: { includeRetired: boolean }): Promise<PackageRow[]> =>
  tx.query<PackageRow>(
    `select ${packageColumns} from packages k where k.organization_id = $1 and ($2::boolean or k.retired_at is null)
     order by k.retired_at desc nulls first, k.position, k.id`,
    [tx.organizationId, includeRetired],
  )
