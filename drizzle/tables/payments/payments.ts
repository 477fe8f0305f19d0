import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { ownedByReps } from '../../policies.ts'
import { connections, providers } from '../connections/connections.ts'
import { events } from '../events/events.ts'
import { paymentTypes, postCallForms } from '../forms/post-call-forms.ts'
import { leads } from '../leads/leads.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'
import { sources, trafficTypes } from '../roster/sources.ts'

export const paymentOrigins = ['processor', 'form', 'manual', 'import'] as const
export const paymentStatuses = ['succeeded', 'partially_refunded', 'refunded', 'disputed', 'reported', 'failed'] as const
export const dealTypes = ['new_deal', 'upsell', 'renewal'] as const
export const attributionMethods = ['reference', 'inherited', 'matched_past', 'matched_coming', 'manual', 'none'] as const

/**
 * Money in. The credit columns (lead, event, closer, setter, source, traffic type, method, lock) repeat the newest row of
 * attribution_decisions, so that figures need no join.
 */
export const payments = pgTable(
  'payments',
  {
    ...tenantColumns(),
    origin: text('origin', { enum: paymentOrigins }).notNull(),
    provider: text('provider', { enum: providers }),
    connectionId: uuid('connection_id'),
    /** The processor's id of the purchase as a whole: what makes its several messages one payment. */
    purchaseRef: text('purchase_ref'),
    chargeRef: text('charge_ref'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    /** Computed from payment_refunds. */
    refundedMinor: bigint('refunded_minor', { mode: 'bigint' })
      .notNull()
      .default(sql`0`),
    paidAt: instant('paid_at').notNull(),
    status: text('status', { enum: paymentStatuses }).notNull(),
    customerRef: text('customer_ref'),
    /** As the processor has it, normalised. */
    customerEmail: text('customer_email'),
    customerName: text('customer_name'),
    customerPhone: text('customer_phone'),
    description: text('description'),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull(),
    clientReference: text('client_reference'),
    subscriptionRef: text('subscription_ref'),
    paymentType: text('payment_type', { enum: paymentTypes }),
    dealType: text('deal_type', { enum: dealTypes }),
    /** The form that reported it. */
    formId: uuid('form_id'),
    /** A reported payment that the processor's own payment turned out to be: that one counts, this one does not. */
    matchedPaymentId: uuid('matched_payment_id'),
    leadId: uuid('lead_id'),
    eventId: uuid('event_id'),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    sourceId: uuid('source_id'),
    trafficTypeId: uuid('traffic_type_id'),
    attributionMethod: text('attribution_method', { enum: attributionMethods }).notNull().default('none'),
    /** Credited by hand: automation leaves it alone. */
    attributionLocked: boolean('attribution_locked').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** A reported payment whose form was amended away. Never counted; kept for its history. */
    withdrawnAt: instant('withdrawn_at'),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`array_remove(array[closer_id, setter_id], null)`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('payments_purchase')
      .on(t.organizationId, t.connectionId, t.purchaseRef)
      .where(sql`${t.purchaseRef} is not null`),
    uniqueIndex('payments_one_report_per_form')
      .on(t.organizationId, t.formId)
      .where(sql`${t.formId} is not null`),
    uniqueIndex('payments_matched_once')
      .on(t.organizationId, t.matchedPaymentId)
      .where(sql`${t.matchedPaymentId} is not null`),
    foreignKey({
      name: 'payments_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    foreignKey({
      name: 'payments_form',
      columns: [t.organizationId, t.formId],
      foreignColumns: [postCallForms.organizationId, postCallForms.id],
    }),
    foreignKey({
      name: 'payments_matched_payment',
      columns: [t.organizationId, t.matchedPaymentId],
      foreignColumns: [t.organizationId, t.id],
    }),
    foreignKey({ name: 'payments_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    foreignKey({ name: 'payments_event', columns: [t.organizationId, t.eventId], foreignColumns: [events.organizationId, events.id] }),
    foreignKey({ name: 'payments_closer', columns: [t.organizationId, t.closerId], foreignColumns: [closers.organizationId, closers.id] }),
    foreignKey({ name: 'payments_setter', columns: [t.organizationId, t.setterId], foreignColumns: [setters.organizationId, setters.id] }),
    foreignKey({ name: 'payments_source', columns: [t.organizationId, t.sourceId], foreignColumns: [sources.organizationId, sources.id] }),
    foreignKey({
      name: 'payments_traffic_type',
      columns: [t.organizationId, t.trafficTypeId],
      foreignColumns: [trafficTypes.organizationId, trafficTypes.id],
    }),
    index('payments_by_paid').on(t.organizationId, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_by_amount').on(t.organizationId, t.amountMinor.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_of_event').on(t.organizationId, t.eventId, t.paidAt),
    index('payments_of_lead').on(t.organizationId, t.leadId),
    index('payments_of_closer').on(t.organizationId, t.closerId, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_of_setter').on(t.organizationId, t.setterId, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_of_source').on(t.organizationId, t.sourceId, t.paidAt.desc().nullsFirst()),
    index('payments_of_traffic_type').on(t.organizationId, t.trafficTypeId),
    index('payments_with_method').on(t.organizationId, t.attributionMethod, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_in_status').on(t.organizationId, t.status, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_of_subscription')
      .on(t.organizationId, t.connectionId, t.subscriptionRef, t.paidAt)
      .where(sql`${t.subscriptionRef} is not null`),
    index('payments_of_customer_email').on(t.organizationId, t.customerEmail),
    index('payments_of_customer_phone').on(t.organizationId, t.customerPhone),
    oneOf('payments_origin_known', t.origin, paymentOrigins),
    oneOf('payments_provider_known', t.provider, providers),
    oneOf('payments_status_known', t.status, paymentStatuses),
    oneOf('payments_payment_type_known', t.paymentType, paymentTypes),
    oneOf('payments_deal_type_known', t.dealType, dealTypes),
    oneOf('payments_method_known', t.attributionMethod, attributionMethods),
    must('payments_amount_is_positive', sql`${t.amountMinor} > 0`),
    must('payments_refund_within_amount', sql`${t.refundedMinor} between 0 and ${t.amountMinor}`),
    must('payments_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    must('payments_processor_names_purchase', sql`(${t.origin} = 'processor') = (${t.purchaseRef} is not null)`),
    must('payments_form_names_form', sql`(${t.origin} = 'form') = (${t.formId} is not null)`),
    must('payments_only_reports_are_matched', sql`${t.matchedPaymentId} is null or ${t.origin} = 'form'`),
    must('payments_only_reports_are_withdrawn', sql`${t.withdrawnAt} is null or ${t.origin} = 'form'`),
    must('payments_credit_names_event', sql`(${t.attributionMethod} in ('none', 'manual', 'inherited')) or ${t.eventId} is not null`),
    ...ownedByReps('payments', t.organizationId, t.repIds),
  ],
)
