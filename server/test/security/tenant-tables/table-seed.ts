import type { Tenant } from '../tenant.ts'

/** What the app may write of a table, beside what row-level security says: the columns of which it may insert or change some, and rows that go. */
export interface AppWrites {
  insert: 'all' | readonly string[]
  update: 'all' | readonly string[]
  delete: boolean
}

/** Most rows are ended, revoked or marked as deleted, and stay. */
export const allButDelete: AppWrites = { insert: 'all', update: 'all', delete: false }
export const everything: AppWrites = { ...allButDelete, delete: true }
export const nothing: AppWrites = { insert: [], update: [], delete: false }
export const addition: AppWrites = { insert: 'all', update: [], delete: false }

/** A tenant table of the matrix. */
export interface TableSeed {
  /**
   * Who in the organization reads its rows: every member, whoever has all of its rows and the reps of the row, or only the former.
   * `anyone` may also write them whatever their scope.
   */
  readers: 'members' | 'reps' | 'admins' | 'anyone'
  /** The columns of the nth row, beside the tenant's and its id; null where only a trigger writes the table. */
  columns: ((tenant: Tenant, nth: number) => Record<string, unknown>) | null
  /** Its rows stay as they were written. */
  appendOnly?: true
  /** Has no `id` of its own. */
  withoutId?: true
  /** An organization has one row of it at most. */
  single?: true
  /** What the app may write, where that is not every column of rows that stay. */
  appWrites?: AppWrites
}

export const at = '2026-10-06T15:00:00Z'
export const later = '2099-10-06T15:00:00Z'
export const onEvent = (tenant: Tenant, nth: number) => tenant.id('events', nth === 1 ? 1 : 2)
/** The number of a tenant's nth form definition, which no other tenant has. */
export const formNumber = (tenant: Tenant, nth = 1) => Number.parseInt(tenant.id('form_versions').slice(0, 5), 16) * 100 + nth
/** Two rows of a table; a second pair for all but the first. */
export const twoOf = (tenant: Tenant, table: string, nth: number) => ({
  one_id: tenant.id(table),
  other_id: tenant.id(table, nth === 1 ? 2 : 4),
})
export const credit = (tenant: Tenant) => ({
  lead_id: tenant.id('leads'),
  event_id: tenant.id('events'),
  closer_id: tenant.id('closers'),
  setter_id: tenant.id('setters'),
  source_id: tenant.id('sources'),
  traffic_type_id: tenant.id('traffic_types'),
})
