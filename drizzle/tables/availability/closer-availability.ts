import { sql } from 'drizzle-orm'
import { date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { readByReps } from '../../policies.ts'
import { connections } from '../connections/connections.ts'
import { closers } from '../roster/closers.ts'

/**
 * What a booking tool has open of a closer's day, as it was known last. A day without a row is unknown; one on which they take no calls has
 * a row with nothing open. Days that are over keep what was known on them: a trigger refuses to change them.
 */
export const closerAvailability = pgTable(
  'closer_availability',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    closerId: uuid('closer_id').notNull(),
    /** Of the organization's time zone, as it was when it was asked. */
    day: date('day', { mode: 'string' }).notNull(),
    openMinutes: integer('open_minutes').notNull(),
    /** How long one of their calls usually takes. */
    slotMinutes: integer('slot_minutes').notNull(),
    /** The calls of that length that begin on the day and fit into its open hours. */
    openSlots: integer('open_slots').notNull(),
    /** The names of the schedules that it was read from; null where they have none. */
    scheduleName: text('schedule_name'),
    askedAt: instant('asked_at').notNull(),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`array[closer_id]`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('closer_availability_once_a_day').on(t.organizationId, t.day, t.closerId, t.connectionId),
    foreignKey({
      name: 'closer_availability_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    foreignKey({
      name: 'closer_availability_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    index('closer_availability_of_connection').on(t.organizationId, t.connectionId, t.day),
    index('closer_availability_of_closer').on(t.organizationId, t.closerId, t.day),
    must('closer_availability_open_within_a_day', sql`${t.openMinutes} between 0 and 1500`),
    must('closer_availability_slot_takes_time', sql`${t.slotMinutes} between 1 and 1440`),
    must('closer_availability_slots_not_negative', sql`${t.openSlots} >= 0`),
    ...readByReps('closer_availability', t.organizationId, t.repIds),
  ],
)
