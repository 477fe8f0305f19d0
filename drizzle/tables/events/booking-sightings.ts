import { foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'

/**
 * When a booking was looked at, and for which time it then stood: of tools where a booking keeps its id when it is moved. In the order in
 * which they were made, they tell how often it was moved. Append-only.
 */
export const bookingSightings = pgTable(
  'booking_sightings',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    /** The booking as its tool names it, whatever its time. */
    seriesRef: text('series_ref').notNull(),
    scheduledAt: instant('scheduled_at').notNull(),
    hosts: jsonb('hosts').$type<readonly { email: string | null; name: string | null }[]>().notNull(),
    /** When it was asked for, by the database's clock. */
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('booking_sightings_once').on(t.organizationId, t.seriesRef, t.seenAt, t.scheduledAt),
    foreignKey({
      name: 'booking_sightings_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    index('booking_sightings_of_connection').on(t.organizationId, t.connectionId),
    ...adminOnly('booking_sightings', t.organizationId),
  ],
)
