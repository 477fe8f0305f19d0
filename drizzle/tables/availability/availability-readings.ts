import { sql } from 'drizzle-orm'
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, must } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'

/** What came of asking a booking tool when its hosts take calls, the last time. One row a connection, once it was asked. */
export const availabilityReadings = pgTable(
  'availability_readings',
  {
    organizationId: uuid('organization_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** The hosts that the tool has. */
    hostCount: integer('host_count').notNull().default(0),
    /** The closers whose hours were read. */
    closerCount: integer('closer_count').notNull().default(0),
    /** What could not be read, each in words. */
    problems: jsonb('problems').$type<readonly string[]>().notNull().default([]),
    /** Why nothing could be read, in words that a person can act on; null where something was. */
    error: text('error'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.connectionId] }),
    foreignKey({
      name: 'availability_readings_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    must('availability_readings_counts_not_negative', sql`${t.hostCount} >= 0 and ${t.closerCount} >= 0`),
    ...adminOnly('availability_readings', t.organizationId),
  ],
)
