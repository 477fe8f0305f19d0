import { sql } from 'drizzle-orm'
import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, must } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from './connections.ts'

/** How calls to a connection's provider went lately: what its breaker reads, and its page. One row a connection, once it was called. */
export const connectionHealth = pgTable(
  'connection_health',
  {
    organizationId: uuid('organization_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    /** Failures since the last success. */
    failuresInARow: integer('failures_in_a_row').notNull().default(0),
    /** Until then no call is made; afterwards one is tried. */
    openUntil: instant('open_until'),
    lastSuccessAt: instant('last_success_at'),
    lastErrorAt: instant('last_error_at'),
    /** In words that a person can act on, without secrets. */
    lastError: text('last_error'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.connectionId] }),
    foreignKey({
      name: 'connection_health_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    must('connection_health_failures_not_negative', sql`${t.failuresInARow} >= 0`),
    ...adminOnly('connection_health', t.organizationId),
  ],
)
