import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf, tenantColumns } from '../../columns.ts'
import { ownedByReps } from '../../policies.ts'
import { events } from './events.ts'

export const eventChanges = [
  'booked',
  'moved',
  'canceled',
  'no_show_marked',
  'no_show_taken_back',
  'assigned',
  'merged',
  'unmerged',
  'form_submitted',
  'form_amended',
  'fields_set',
] as const

/** What happened to an event, when and by whom. Append-only. */
export const eventHistory = pgTable(
  'event_history',
  {
    ...tenantColumns(),
    eventId: uuid('event_id').notNull(),
    /** When it happened, by the clock of whoever told it. */
    at: instant('at').notNull(),
    change: text('change', { enum: eventChanges }).notNull(),
    /** Who did it, as shown to people: a person's name, or the provider. */
    by: text('by'),
    detail: jsonb('detail').$type<Record<string, string | null>>().notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
    /** Copied from the event when written, so that its reps see it. */
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'event_history_event', columns: [t.organizationId, t.eventId], foreignColumns: [events.organizationId, events.id] }),
    index('event_history_of_event').on(t.organizationId, t.eventId, t.at),
    oneOf('event_history_change_known', t.change, eventChanges),
    ...ownedByReps('event_history', t.organizationId, t.repIds),
  ],
)
