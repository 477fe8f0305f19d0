import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { ownedByReps } from '../../policies.ts'
import { events } from '../events/events.ts'
import { packages } from '../packages/packages.ts'
import { callOutcomes } from './call-outcomes.ts'
import { formVersions } from './form-versions.ts'
import { opportunityStatuses } from './opportunity-statuses.ts'

export const paymentTypes = ['pif', 'payment_plan', 'deposit'] as const

/** What the closer says happened on an event; at most one an event. Earlier versions are kept beside it. */
export const postCallForms = pgTable(
  'post_call_forms',
  {
    ...tenantColumns(),
    eventId: uuid('event_id').notNull(),
    callOccurred: boolean('call_occurred').notNull(),
    leadShowed: boolean('lead_showed').notNull(),
    offerMade: boolean('offer_made').notNull(),
    dealClosed: boolean('deal_closed').notNull(),
    /** Where the call did not take place: because it was canceled or moved. */
    resolution: text('resolution', { enum: ['canceled', 'rescheduled'] }),
    cashCollectedMinor: bigint('cash_collected_minor', { mode: 'bigint' }),
    cashCurrency: text('cash_currency'),
    paymentType: text('payment_type', { enum: paymentTypes }),
    /** What was sold. */
    packageId: uuid('package_id'),
    callOutcomeId: uuid('call_outcome_id'),
    opportunityStatusId: uuid('opportunity_status_id'),
    notes: text('notes'),
    /** The version of the organization's form that it was last filed under; none where it never changed the standard one. */
    formVersion: integer('form_version'),
    /** Values of the organization's own fields, by the key of each. */
    fields: jsonb('fields').$type<Record<string, unknown>>().notNull().default({}),
    /** 1 for the first submission, one more for each amendment. */
    version: integer('version').notNull().default(1),
    submittedAt: instant('submitted_at').notNull(),
    amendedAt: instant('amended_at'),
    /** The actor, and the name to show for them. */
    submittedBy: text('submitted_by').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    /** The event's, kept by triggers. */
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('post_call_forms_one_per_event').on(t.organizationId, t.eventId),
    foreignKey({
      name: 'post_call_forms_event',
      columns: [t.organizationId, t.eventId],
      foreignColumns: [events.organizationId, events.id],
    }),
    foreignKey({
      name: 'post_call_forms_package',
      columns: [t.organizationId, t.packageId],
      foreignColumns: [packages.organizationId, packages.id],
    }),
    foreignKey({
      name: 'post_call_forms_call_outcome',
      columns: [t.organizationId, t.callOutcomeId],
      foreignColumns: [callOutcomes.organizationId, callOutcomes.id],
    }),
    foreignKey({
      name: 'post_call_forms_opportunity_status',
      columns: [t.organizationId, t.opportunityStatusId],
      foreignColumns: [opportunityStatuses.organizationId, opportunityStatuses.id],
    }),
    foreignKey({
      name: 'post_call_forms_form_version',
      columns: [t.organizationId, t.formVersion],
      foreignColumns: [formVersions.organizationId, formVersions.number],
    }),
    index('post_call_forms_of_package').on(t.organizationId, t.packageId),
    index('post_call_forms_of_call_outcome').on(t.organizationId, t.callOutcomeId),
    index('post_call_forms_of_opportunity_status').on(t.organizationId, t.opportunityStatusId),
    index('post_call_forms_of_form_version').on(t.organizationId, t.formVersion),
    must('post_call_forms_fields_are_by_key', sql`jsonb_typeof(${t.fields}) = 'object'`),
    oneOf('post_call_forms_payment_type_known', t.paymentType, paymentTypes),
    oneOf('post_call_forms_resolution_known', t.resolution, ['canceled', 'rescheduled']),
    must('post_call_forms_show_needs_call', sql`not ${t.leadShowed} or ${t.callOccurred}`),
    must('post_call_forms_offer_needs_show', sql`not ${t.offerMade} or ${t.leadShowed}`),
    must('post_call_forms_close_needs_offer', sql`not ${t.dealClosed} or ${t.offerMade}`),
    must('post_call_forms_cash_is_positive', sql`${t.cashCollectedMinor} is null or ${t.cashCollectedMinor} > 0`),
    must('post_call_forms_cash_has_currency', sql`(${t.cashCollectedMinor} is null) = (${t.cashCurrency} is null)`),
    must(
      'post_call_forms_cash_needs_close_or_deposit',
      sql`${t.cashCollectedMinor} is null or ${t.dealClosed} or ${t.paymentType} = 'deposit'`,
    ),
    must('post_call_forms_deposit_is_no_close', sql`not (${t.dealClosed} and ${t.paymentType} is not distinct from 'deposit')`),
    ...ownedByReps('post_call_forms', t.organizationId, t.repIds),
  ],
)

/** Every version of a form as it was submitted. Append-only. */
export const postCallFormVersions = pgTable(
  'post_call_form_versions',
  {
    ...tenantColumns(),
    formId: uuid('form_id').notNull(),
    version: integer('version').notNull(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('post_call_form_versions_once').on(t.organizationId, t.formId, t.version),
    foreignKey({
      name: 'post_call_form_versions_form',
      columns: [t.organizationId, t.formId],
      foreignColumns: [postCallForms.organizationId, postCallForms.id],
    }),
    ...ownedByReps('post_call_form_versions', t.organizationId, t.repIds),
    index('post_call_form_versions_newest').on(t.organizationId, t.formId, t.submittedAt),
  ],
)
