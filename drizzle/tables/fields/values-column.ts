import { sql } from 'drizzle-orm'
import { jsonb, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { must } from '../../columns.ts'
import type { CustomFieldValues } from './custom-fields.ts'

/** The values of the organization's own fields, in the row that they are of. */
export const customFieldsColumn = () => jsonb('custom_fields').$type<CustomFieldValues>().notNull().default({})

export const customFieldsAreAnObject = (table: string, column: AnyPgColumn) =>
  must(`${table}_custom_fields_is_object`, sql`jsonb_typeof(${column}) = 'object'`)

/** Rows that have any value at all: what a filter by a field goes through, and no other row. */
export const hasCustomFields = (column: AnyPgColumn) => sql`${column} <> '{}'::jsonb`
