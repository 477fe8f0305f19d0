import { sql } from 'drizzle-orm'
import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'
import { closers } from '../roster/closers.ts'

/** Why closers were reminded: the day's hour had come, or somebody asked for it. */
export const reminderKinds = ['daily', 'by_hand'] as const

/** Whether an organization has its closers reminded of their forms every day, and when. One without a row does not. */
export const reminderSettings = pgTable(
  'reminder_settings',
  {
    ...tenantColumns(),
    daily: boolean('daily').notNull(),
    /** From when on, on the clock of the organization's own zone. */
    hour: integer('hour').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('reminder_settings_one').on(t.organizationId),
    foreignKey({ name: 'reminder_settings_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('reminder_settings_hour_in_range', sql`${t.hour} between 0 and 23`),
    ...adminOnly('reminder_settings', t.organizationId),
  ],
)

/** The days of an organization's own zone on which its closers were reminded: each is begun once, whoever does it and however often. */
export const reminderDays = pgTable(
  'reminder_days',
  {
    ...tenantColumns(),
    day: date('day', { mode: 'string' }).notNull(),
    doneAt: instant('done_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('reminder_days_once').on(t.organizationId, t.day),
    foreignKey({ name: 'reminder_days_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    ...adminOnly('reminder_days', t.organizationId),
  ],
)

/** Each reminder that was sent: to whom, by what, of how many forms. Append-only. */
export const formReminders = pgTable(
  'form_reminders',
  {
    ...tenantColumns(),
    closerId: uuid('closer_id').notNull(),
    kind: text('kind', { enum: reminderKinds }).notNull(),
    /** The day of the organization's own zone. */
    day: date('day', { mode: 'string' }).notNull(),
    forms: integer('forms').notNull(),
    /** The name of what carried it. */
    channel: text('channel').notNull(),
    sentAt: instant('sent_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('form_reminders_once_a_day')
      .on(t.organizationId, t.closerId, t.day)
      .where(sql`${t.kind} = 'daily'`),
    index('form_reminders_newest').on(t.organizationId, t.closerId, t.sentAt.desc().nullsFirst()),
    foreignKey({
      name: 'form_reminders_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    oneOf('form_reminders_kind_known', t.kind, reminderKinds),
    must('form_reminders_of_something', sql`${t.forms} > 0`),
    ...adminOnly('form_reminders', t.organizationId),
  ],
)
