import { sql, type SQL } from 'drizzle-orm'
import { check, timestamp, uuid, type AnyPgColumn, type CheckBuilder } from 'drizzle-orm/pg-core'
import { v7 as uuidv7 } from 'uuid'

/** The two columns that every tenant table begins with; its primary key is both, in this order. */
export const tenantColumns = () => ({
  organizationId: uuid('organization_id').notNull(),
  id: uuid('id')
    .notNull()
    .$defaultFn(() => uuidv7()),
})

/** An instant. Stored with its zone, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** States are text with a check: comparing an enum is not leakproof, so row-level security would keep indexes from being used. */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]): CheckBuilder =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`)

/** What must hold for every row, said in SQL. */
export const must = (name: string, condition: SQL): CheckBuilder => check(name, condition)
