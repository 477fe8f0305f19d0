import { sql } from 'drizzle-orm'
import { bigint, date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { readByReps } from '../../policies.ts'
import { closers } from './closers.ts'
import { setters } from './setters.ts'

/** What a goal can be of, as the figures of a period name it. */
export const goalMetrics = [
  'booked_calls',
  'shows',
  'offers',
  'closes',
  'show_rate',
  'offer_rate',
  'close_rate',
  'cash_collected',
  'net_cash',
] as const
export const goalSpans = ['week', 'month', 'quarter', 'custom'] as const

/** What one closer or one setter is to reach in a period. One goal a person, figure and period: another one takes its place. */
export const goals = pgTable(
  'goals',
  {
    ...tenantColumns(),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    metric: text('metric', { enum: goalMetrics }).notNull(),
    span: text('span', { enum: goalSpans }).notNull(),
    /** The first day and the last, of the organization's time zone. */
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    /** Of calls how many; of a rate hundredths of a percent; of money minor units of the currency. */
    target: bigint('target', { mode: 'bigint' }).notNull(),
    /** Of money alone. */
    currency: text('currency'),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull().defaultNow(),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`array_remove(array[closer_id, setter_id], null)`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('goals_once').on(t.organizationId, t.closerId, t.setterId, t.metric, t.startsOn, t.endsOn).nullsNotDistinct(),
    foreignKey({ name: 'goals_closer', columns: [t.organizationId, t.closerId], foreignColumns: [closers.organizationId, closers.id] }),
    foreignKey({ name: 'goals_setter', columns: [t.organizationId, t.setterId], foreignColumns: [setters.organizationId, setters.id] }),
    index('goals_of_setter').on(t.organizationId, t.setterId),
    index('goals_by_end').on(t.organizationId, t.endsOn),
    oneOf('goals_metric_known', t.metric, goalMetrics),
    oneOf('goals_span_known', t.span, goalSpans),
    must('goals_of_one_person', sql`(${t.closerId} is null) <> (${t.setterId} is null)`),
    must('goals_end_after_start', sql`${t.endsOn} >= ${t.startsOn}`),
    must('goals_target_above_nothing', sql`${t.target} > 0`),
    must('goals_rate_within_whole', sql`${t.metric} not in ('show_rate', 'offer_rate', 'close_rate') or ${t.target} <= 10000`),
    must('goals_money_has_currency', sql`(${t.metric} in ('cash_collected', 'net_cash')) = (${t.currency} is not null)`),
    must('goals_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    ...readByReps('goals', t.organizationId, t.repIds),
  ],
)
