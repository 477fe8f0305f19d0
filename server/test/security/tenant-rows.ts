import { callTables } from './tenant-tables/call-tables.ts'
import { listTables } from './tenant-tables/list-tables.ts'
import { moneyTables } from './tenant-tables/money-tables.ts'
import { organizationTables } from './tenant-tables/organization-tables.ts'
import { allButDelete, type AppWrites, type TableSeed } from './tenant-tables/table-seed.ts'
import type { Tenant } from './tenant.ts'

export { type Tenant, tenantNamed } from './tenant.ts'

/** What the app may write of a table of the matrix. */
export const writesOf = (table: string): AppWrites => tenantTables[table]?.appWrites ?? allButDelete

/** Every tenant table, each after those that it refers to. A table that is missing here fails the matrix. */
export const tenantTables: Readonly<Record<string, TableSeed>> = { ...organizationTables, ...listTables, ...callTables, ...moneyTables }

/** Tables of the platform, of no tenant, that keep their rows as well. */
export const platformAppendOnly = ['operator_acts']

/** The column that says whose row it is. */
export const tenantColumnOf = (table: string): 'id' | 'organization_id' => (table === 'organizations' ? 'id' : 'organization_id')

/** The nth row of a tenant in a table, whole. */
export function rowOf(table: string, tenant: Tenant, nth: number): Record<string, unknown> {
  const seed = tenantTables[table]
  if (!seed?.columns) throw new Error(`The matrix writes no row of ${table}`)
  if (table === 'organizations') return { id: tenant.organizationId, ...seed.columns(tenant, nth) }
  return {
    organization_id: tenant.organizationId,
    ...(seed.withoutId ? {} : { id: tenant.id(table, nth) }),
    ...seed.columns(tenant, nth),
  }
}

/** The statement that inserts a row given as JSON, its only parameter; columns that are not in it take their defaults. */
export function insertOf(table: string, row: Record<string, unknown>): string {
  const columns = Object.keys(row).join(', ')
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::text::jsonb)`
}
