import type postgres from 'postgres'
import { insertOf, rowOf, type Tenant, tenantTables } from './tenant-rows.ts'

/** Gives each tenant a first row in every table that is written straight, and a second event, which further rows refer to. */
export async function seedTenants(owner: postgres.Sql, tenants: readonly Tenant[]): Promise<void> {
  for (const tenant of tenants) {
    for (const [table, { columns }] of Object.entries(tenantTables)) {
      for (const nth of columns === null ? [] : table === 'events' ? [1, 2] : [1]) {
        const row = rowOf(table, tenant, nth)
        await owner.unsafe(insertOf(table, row), [JSON.stringify(row)])
      }
    }
  }
}
