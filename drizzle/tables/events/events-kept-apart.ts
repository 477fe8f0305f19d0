import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { events } from './events.ts'

/** Two calls that look like one, and of which a person said that they are two. Which of them is named first does not matter. */
export const eventsKeptApart = pgTable(
  'events_kept_apart',
  {
    ...tenantColumns(),
    oneId: uuid('one_id').notNull(),
    otherId: uuid('other_id').notNull(),
    saidBy: text('said_by').notNull(),
    saidByName: text('said_by_name').notNull(),
    saidAt: instant('said_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('events_kept_apart_once').on(
      t.organizationId,
      sql`least(${t.oneId}, ${t.otherId})`,
      sql`greatest(${t.oneId}, ${t.otherId})`,
    ),
    index('events_kept_apart_by_one').on(t.organizationId, t.oneId),
    foreignKey({ name: 'events_kept_apart_one', columns: [t.organizationId, t.oneId], foreignColumns: [events.organizationId, events.id] }),
    foreignKey({
      name: 'events_kept_apart_other',
      columns: [t.organizationId, t.otherId],
      foreignColumns: [events.organizationId, events.id],
    }),
    index('events_kept_apart_by_other').on(t.organizationId, t.otherId),
    must('events_kept_apart_of_two', sql`${t.oneId} <> ${t.otherId}`),
    ...adminOnly('events_kept_apart', t.organizationId),
  ],
)
