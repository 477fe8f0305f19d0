import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'

/** Every insert, update and delete on a sensitive table: who, when, and the old and new values with secrets masked. Written by trigger only. */
export const auditLog = pgTable(
  'audit_log',
  {
    ...tenantColumns(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    requestId: text('request_id').notNull(),
    /** The network address that it was done from; empty for jobs and the database's own operators. */
    address: text('address').notNull().default(''),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    operation: text('operation', { enum: ['insert', 'update', 'delete'] }).notNull(),
    /** Of an update, only what changed. */
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('audit_log_newest').on(t.organizationId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_newest_of_table').on(t.organizationId, t.tableName, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_newest_by_actor').on(t.organizationId, t.actor, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_log_of_row').on(t.organizationId, t.tableName, t.rowId, t.at),
    oneOf('audit_log_operation_known', t.operation, ['insert', 'update', 'delete']),
    ...adminOnly('audit_log', t.organizationId),
  ],
)
