import { bigint, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'
import { payments } from './payments.ts'

export const refundReports = ['live', 'failed', 'total'] as const

/**
 * What was reported of refunds: one refund standing (`live`) or undone (`failed`), or the running `total` of a purchase. Append-only.
 * A processor's are keyed on the purchase, not on the payment, since a refund's message may come before the payment's own; those
 * entered by hand are of a payment that was entered by hand.
 */
export const paymentRefunds = pgTable(
  'payment_refunds',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id'),
    purchaseRef: text('purchase_ref'),
    /** The payment that it was entered for by hand, and by whom. */
    paymentId: uuid('payment_id'),
    enteredByName: text('entered_by_name'),
    report: text('report', { enum: refundReports }).notNull(),
    /** The processor's id of the refund; empty for a total. */
    refundRef: text('refund_ref').notNull().default(''),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    /** When the refund was made; for a total, when it stood so. */
    madeAt: instant('made_at').notNull(),
    reportedAt: instant('reported_at').notNull(),
    reason: text('reason'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('payment_refunds_once').on(t.organizationId, t.connectionId, t.purchaseRef, t.report, t.refundRef, t.amountMinor, t.reportedAt),
    foreignKey({
      name: 'payment_refunds_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    foreignKey({
      name: 'payment_refunds_payment',
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    oneOf('payment_refunds_report_known', t.report, refundReports),
    must('payment_refunds_amount_not_negative', sql`${t.amountMinor} >= 0`),
    must('payment_refunds_total_names_no_refund', sql`(${t.report} = 'total') = (${t.refundRef} = '')`),
    must('payment_refunds_of_purchase_or_payment', sql`num_nonnulls(${t.connectionId}, ${t.paymentId}) = 1`),
    must('payment_refunds_of_connection_names_purchase', sql`(${t.connectionId} is null) = (${t.purchaseRef} is null)`),
    must('payment_refunds_by_hand_says_who', sql`(${t.paymentId} is null) = (${t.enteredByName} is null)`),
    index('payment_refunds_of_payment').on(t.organizationId, t.paymentId),
    index('payment_refunds_by_made').on(t.organizationId, t.madeAt),
    ...adminOnly('payment_refunds', t.organizationId),
  ],
)
