import { sql } from 'drizzle-orm'
import { bigint, boolean, date, foreignKey, index, jsonb, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { ownedByReps } from '../../policies.ts'
import { connections, providers } from '../connections/connections.ts'
import { events } from '../events/events.ts'
import { customFieldsAreAnObject, customFieldsColumn, hasCustomFields } from '../fields/values-column.ts'
import { paymentTypes, postCallForms } from '../forms/post-call-forms.ts'
import { leads } from '../leads/leads.ts'
import { packages } from '../packages/packages.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'
import { sources, trafficTypes } from '../roster/sources.ts'
import { paymentDeletions } from './payment-deletions.ts'

export const paymentOrigins = ['processor', 'form', 'manual', 'import'] as const
export const paymentStatuses = ['succeeded', 'partially_refunded', 'refunded', 'disputed', 'reported', 'failed'] as const
export const dealTypes = ['new_deal', 'upsell', 'renewal'] as const
/** Where a payment stands in what it pays for: bought once, the first of a subscription or plan, or a later one of it. */
export const billingTurns = ['once', 'first', 'later'] as const
/** How money came in that no processor tells of. */
export const offPlatformMethods = ['wire', 'cash', 'check', 'other'] as const
/** What a person decided of a closer's reported cash; none leaves it to the rule. */
export const reconciliations = ['matched', 'kept_apart', 'confirmed', 'rejected'] as const
/** How sure the credit is. */
export const confidences = ['certain', 'high', 'medium', 'low'] as const
export const attributionMethods = ['reference', 'inherited', 'matched_past', 'matched_coming', 'manual', 'none'] as const

/** What a payment says of its turn and of what it is for. */
export interface PaymentWords {
  billingTurn: (typeof billingTurns)[number] | null
  clientReference: string | null
  metadata: Readonly<Record<string, string>>
}

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
    /** Held by open disputes; computed from payment_disputes. */
    disputedMinor: bigint('disputed_minor', { mode: 'bigint' })
      .notNull()
      .default(sql`0`),
    /** Taken back by lost disputes, beyond what was refunded; computed from payment_disputes. Net is amount − refunded − lost. */
    lostMinor: bigint('lost_minor', { mode: 'bigint' })
      .notNull()
      .default(sql`0`),
    /**
     * The same in the currency that the organization reports in, at the rate of the day that it was paid; kept by a trigger. Null where
     * no rate of that day is known.
     */
    reportingCurrency: text('reporting_currency'),
    reportingAmountMinor: bigint('reporting_amount_minor', { mode: 'bigint' }),
    reportingRefundedMinor: bigint('reporting_refunded_minor', { mode: 'bigint' }),
    reportingLostMinor: bigint('reporting_lost_minor', { mode: 'bigint' }),
    /** How much of the reporting currency one unit was, and the day whose rate it is. */
    reportingRate: numeric('reporting_rate', { precision: 30, scale: 15 }),
    reportingRateDay: date('reporting_rate_day', { mode: 'string' }),
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
    billingTurn: text('billing_turn', { enum: billingTurns }),
    /**
     * Of the first payment of a subscription that began with nothing to pay: what it said by itself, and what it says with what was told of
     * that beginning, so that it can be taken off again. Null for every other.
     */
    begunWith: jsonb('begun_with').$type<Readonly<Record<'own' | 'shown', PaymentWords>>>(),
    /** Entered by hand: how the money came, and what the person noted. */
    offPlatformMethod: text('off_platform_method', { enum: offPlatformMethods }),
    note: text('note'),
    enteredByName: text('entered_by_name'),
    paymentType: text('payment_type', { enum: paymentTypes }),
    dealType: text('deal_type', { enum: dealTypes }),
    /** What it is for, where that was said of the payment itself. */
    packageId: uuid('package_id'),
    /**
     * What it is for: what was said of it itself, else of the report that it stands for, else on the form of the event that it is credited
     * to; kept by triggers.
     */
    forPackageId: uuid('for_package_id'),
    /** The form that reported it. */
    formId: uuid('form_id'),
    /** A reported payment that the processor's own payment turned out to be: that one counts, this one does not. */
    matchedPaymentId: uuid('matched_payment_id'),
    /** What a person decided of this report: that decides, not the rule. */
    reconciliation: text('reconciliation', { enum: reconciliations }),
    leadId: uuid('lead_id'),
    eventId: uuid('event_id'),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    sourceId: uuid('source_id'),
    trafficTypeId: uuid('traffic_type_id'),
    attributionMethod: text('attribution_method', { enum: attributionMethods }).notNull().default('none'),
    /** Credited by hand: automation leaves it alone. */
    attributionLocked: boolean('attribution_locked').notNull().default(false),
    /** None where it is credited to nobody. */
    confidence: text('confidence', { enum: confidences }),
    customFields: customFieldsColumn(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** A reported payment whose form was amended away. Never counted; kept for its history. */
    withdrawnAt: instant('withdrawn_at'),
    /** The deletion that took it away; it counts nowhere until that is undone for it. */
    deletionId: uuid('deletion_id'),
    /** Its closer and setter and all among whom it is split; kept by triggers. */
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
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
      name: 'payments_package',
      columns: [t.organizationId, t.packageId],
      foreignColumns: [packages.organizationId, packages.id],
    }),
    foreignKey({
      name: 'payments_for_known_package',
      columns: [t.organizationId, t.forPackageId],
      foreignColumns: [packages.organizationId, packages.id],
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
    foreignKey({
      name: 'payments_deletion',
      columns: [t.organizationId, t.deletionId],
      foreignColumns: [paymentDeletions.organizationId, paymentDeletions.id],
    }),
    index('payments_for_package').on(t.organizationId, t.forPackageId, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('payments_of_deletion').on(t.organizationId, t.deletionId),
    index('payments_of_customer').on(t.organizationId, t.connectionId, t.customerRef),
    index('payments_without_rate')
      .on(t.organizationId, t.currency, t.paidAt)
      .where(sql`${t.reportingAmountMinor} is null`),
    /** Reports that no payment stands for and nobody decided. */
    index('payments_open_reports')
      .on(t.organizationId, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.origin} = 'form' and ${t.matchedPaymentId} is null and ${t.reconciliation} is null`),
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
    index('payments_with_custom_fields')
      .on(t.organizationId, t.paidAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(hasCustomFields(t.customFields)),
    customFieldsAreAnObject('payments', t.customFields),
    oneOf('payments_origin_known', t.origin, paymentOrigins),
    oneOf('payments_provider_known', t.provider, providers),
    oneOf('payments_status_known', t.status, paymentStatuses),
    oneOf('payments_payment_type_known', t.paymentType, paymentTypes),
    oneOf('payments_deal_type_known', t.dealType, dealTypes),
    oneOf('payments_method_known', t.attributionMethod, attributionMethods),
    must('payments_amount_is_positive', sql`${t.amountMinor} > 0`),
    must('payments_refund_within_amount', sql`${t.refundedMinor} between 0 and ${t.amountMinor}`),
    oneOf('payments_billing_turn_known', t.billingTurn, billingTurns),
    oneOf('payments_off_platform_method_known', t.offPlatformMethod, offPlatformMethods),
    oneOf('payments_reconciliation_known', t.reconciliation, reconciliations),
    oneOf('payments_confidence_known', t.confidence, confidences),
    must('payments_lost_within_amount', sql`${t.lostMinor} >= 0 and ${t.refundedMinor} + ${t.lostMinor} <= ${t.amountMinor}`),
    must('payments_disputed_within_amount', sql`${t.disputedMinor} between 0 and ${t.amountMinor}`),
    must('payments_only_reports_are_reconciled', sql`${t.reconciliation} is null or ${t.origin} = 'form'`),
    must('payments_matched_by_hand_names_payment', sql`${t.reconciliation} <> 'matched' or ${t.matchedPaymentId} is not null`),
    must(
      'payments_reporting_is_whole',
      sql`num_nonnulls(${t.reportingAmountMinor}, ${t.reportingRefundedMinor}, ${t.reportingLostMinor}, ${t.reportingRate}) in (0, 4)`,
    ),
    must('payments_manual_says_how', sql`(${t.origin} = 'manual') = (${t.offPlatformMethod} is not null)`),
    must('payments_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    must('payments_processor_names_purchase', sql`(${t.origin} = 'processor') = (${t.purchaseRef} is not null)`),
    must('payments_form_names_form', sql`(${t.origin} = 'form') = (${t.formId} is not null)`),
    must('payments_only_reports_are_matched', sql`${t.matchedPaymentId} is null or ${t.origin} = 'form'`),
    must('payments_only_reports_are_withdrawn', sql`${t.withdrawnAt} is null or ${t.origin} = 'form'`),
    must('payments_credit_names_event', sql`(${t.attributionMethod} in ('none', 'manual', 'inherited')) or ${t.eventId} is not null`),
    ...ownedByReps('payments', t.organizationId, t.repIds),
  ],
)
