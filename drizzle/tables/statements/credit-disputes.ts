import { sql } from 'drizzle-orm'
import { bigint, date, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { settledForReps } from '../../policies.ts'
import { payments } from '../payments/payments.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'

export const creditDisputeStates = ['open', 'accepted', 'partly_accepted', 'rejected', 'withdrawn'] as const

/** What closers and setters say of credits that they hold to be wrong, and what they were answered. What was said never changes. */
export const creditDisputes = pgTable(
  'credit_disputes',
  {
    ...tenantColumns(),
    /** None where a payment is missed that stands on no line of theirs. */
    paymentId: uuid('payment_id'),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    /** What it is about: as the line said when it was disputed, or as it was told of a payment that is missing. */
    leadName: text('lead_name'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }),
    currency: text('currency'),
    paidOn: date('paid_on', { mode: 'string' }),
    comment: text('comment').notNull(),
    state: text('state', { enum: creditDisputeStates }).notNull().default('open'),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: instant('made_at').notNull().defaultNow(),
    /** The last day on which it is answered in time, of the organization's time zone. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    answer: text('answer'),
    /** Who answered it, or took it back. */
    settledBy: text('settled_by'),
    settledByName: text('settled_by_name'),
    settledAt: instant('settled_at'),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`array_remove(array[closer_id, setter_id], null)`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'credit_disputes_payment',
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      name: 'credit_disputes_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    foreignKey({
      name: 'credit_disputes_setter',
      columns: [t.organizationId, t.setterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    uniqueIndex('credit_disputes_open_of_closer')
      .on(t.organizationId, t.paymentId, t.closerId)
      .where(sql`${t.state} = 'open' and ${t.closerId} is not null`),
    uniqueIndex('credit_disputes_open_of_setter')
      .on(t.organizationId, t.paymentId, t.setterId)
      .where(sql`${t.state} = 'open' and ${t.setterId} is not null`),
    index('credit_disputes_by_made').on(t.organizationId, t.madeAt, t.id),
    index('credit_disputes_by_state').on(t.organizationId, t.state, t.madeAt, t.id),
    index('credit_disputes_of_payment').on(t.organizationId, t.paymentId),
    index('credit_disputes_of_closer').on(t.organizationId, t.closerId),
    index('credit_disputes_of_setter').on(t.organizationId, t.setterId),
    oneOf('credit_disputes_state_known', t.state, creditDisputeStates),
    must('credit_disputes_of_one_person', sql`(${t.closerId} is null) <> (${t.setterId} is null)`),
    must('credit_disputes_say_what_is_missing', sql`${t.paymentId} is not null or ${t.leadName} is not null`),
    must('credit_disputes_money_has_currency', sql`(${t.amountMinor} is null) = (${t.currency} is null)`),
    must('credit_disputes_amount_not_negative', sql`${t.amountMinor} >= 0`),
    must('credit_disputes_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    must('credit_disputes_comment_short', sql`length(${t.comment}) between 1 and 1000`),
    must('credit_disputes_answer_short', sql`length(${t.answer}) between 1 and 1000`),
    must(
      'credit_disputes_settled_by_somebody',
      sql`(${t.state} = 'open') = (${t.settledAt} is null) and (${t.settledAt} is null) = (${t.settledBy} is null)
        and (${t.settledAt} is null) = (${t.settledByName} is null)`,
    ),
    must('credit_disputes_answered_in_words', sql`(${t.state} in ('open', 'withdrawn')) = (${t.answer} is null)`),
    ...settledForReps('credit_disputes', t.organizationId, t.repIds, t.state),
  ],
)
