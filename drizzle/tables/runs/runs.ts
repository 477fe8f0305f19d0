import { sql } from 'drizzle-orm'
import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'

/**
 * Work that takes long and is watched: what a provider has of a period is asked for and taken in; or it is looked at what crediting the
 * payments of a period again would change, and then that is done.
 */
export const runKinds = ['booking_sync', 'payment_sync', 'attribution_preview', 'attribution_rerun'] as const

/** `queued` and `running` ones go on, or wait; the others have ended, and a failed or canceled one can be taken up again. */
export const runStates = ['queued', 'running', 'done', 'failed', 'canceled'] as const

/** One run of long work, how far it has come, and what came of it. It goes on from its cursor, whatever stopped it. */
export const runs = pgTable(
  'runs',
  {
    ...tenantColumns(),
    kind: text('kind', { enum: runKinds }).notNull(),
    /** Whose provider is asked; null where payments are credited again. */
    connectionId: uuid('connection_id'),
    /** Of payments that are credited again: the run that looked at what that would change. */
    previewId: uuid('preview_id'),
    /** What was asked for beside the days, in the words of whoever goes through it. */
    ask: jsonb('ask').$type<object>(),
    /** The days that are gone through, in the organization's time zone, both included. */
    periodFrom: date('period_from').notNull(),
    periodTo: date('period_to').notNull(),
    state: text('state', { enum: runStates }).notNull(),
    /** Counts the steps that were stored: of two workers that go through it by mistake, one finds that it is behind. */
    step: integer('step').notNull().default(0),
    /** Where the next step begins, in the words of whoever goes through it; null before the first. */
    cursor: jsonb('cursor').$type<object>(),
    /** How much of the period is behind it, in thousandths. */
    /** What came of it so far beside the counts, of bounded size, in the words of whoever goes through it. */
    outcome: jsonb('outcome').$type<object>(),
    progressPermille: integer('progress_permille').notNull().default(0),
    seenCount: integer('seen_count').notNull().default(0),
    createdCount: integer('created_count').notNull().default(0),
    changedCount: integer('changed_count').notNull().default(0),
    failedCount: integer('failed_count').notNull().default(0),
    /** Why the first of those failed, each in words. */
    problems: jsonb('problems').$type<readonly string[]>().notNull().default([]),
    /** How often in a row it had to wait, until when it does now, and for what. */
    waits: integer('waits').notNull().default(0),
    waitsUntil: instant('waits_until'),
    waitsFor: text('waits_for'),
    /** Why it failed, in words that a person can act on. */
    error: text('error'),
    requestedBy: text('requested_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When it was begun, or taken up again, and how far it had come then: what the time that is left is reckoned from. */
    startedAt: instant('started_at'),
    startedAtPermille: integer('started_at_permille').notNull().default(0),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'runs_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    foreignKey({ name: 'runs_preview', columns: [t.organizationId, t.previewId], foreignColumns: [t.organizationId, t.id] }),
    uniqueIndex('runs_one_at_a_time')
      .on(t.organizationId, t.connectionId)
      .where(sql`${t.state} in ('queued', 'running')`),
    uniqueIndex('runs_one_crediting_at_a_time')
      .on(t.organizationId)
      .where(sql`${t.connectionId} is null and ${t.state} in ('queued', 'running')`),
    uniqueIndex('runs_one_rerun_of_preview').on(t.organizationId, t.previewId),
    index('runs_newest_crediting')
      .on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.connectionId} is null`),
    index('runs_newest_of_connection').on(t.organizationId, t.connectionId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf('runs_kind_known', t.kind, runKinds),
    oneOf('runs_state_known', t.state, runStates),
    must('runs_ask_a_connection_to_sync', sql`(${t.kind} in ('booking_sync', 'payment_sync')) = (${t.connectionId} is not null)`),
    must('runs_rerun_what_was_previewed', sql`${t.previewId} is null or ${t.kind} = 'attribution_rerun'`),
    must('runs_period_in_order', sql`${t.periodFrom} <= ${t.periodTo}`),
    must('runs_progress_in_range', sql`${t.progressPermille} between 0 and 1000 and ${t.startedAtPermille} between 0 and 1000`),
    must(
      'runs_counts_add_up',
      sql`${t.createdCount} >= 0 and ${t.changedCount} >= 0 and ${t.failedCount} >= 0 and ${t.createdCount} + ${t.changedCount} + ${t.failedCount} <= ${t.seenCount}`,
    ),
    must('runs_ended_when_finished', sql`(${t.state} in ('done', 'failed', 'canceled')) = (${t.finishedAt} is not null)`),
    must('runs_failed_say_why', sql`(${t.state} = 'failed') = (${t.error} is not null)`),
    ...adminOnly('runs', t.organizationId),
  ],
)
