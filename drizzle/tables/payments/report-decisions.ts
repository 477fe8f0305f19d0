import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { offPlatformMethods, payments } from './payments.ts'

/** `reopened` takes back whatever was decided before: the rule decides again. */
export const reportDecisionKinds = ['matched', 'kept_apart', 'confirmed', 'rejected', 'reopened'] as const

/** What people decided of a closer's reported cash, every time. Append-only; the newest stands on the payment. */
export const reportDecisions = pgTable(
  'report_decisions',
  {
    ...tenantColumns(),
    /** The report. */
    paymentId: uuid('payment_id').notNull(),
    kind: text('kind', { enum: reportDecisionKinds }).notNull(),
    /** The processor's payment that it was matched with. */
    matchedPaymentId: uuid('matched_payment_id'),
    /** How the money came that was confirmed as paid off-platform. */
    method: text('method', { enum: offPlatformMethods }),
    reason: text('reason'),
    decidedBy: text('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'report_decisions_payment',
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      name: 'report_decisions_matched_payment',
      columns: [t.organizationId, t.matchedPaymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    index('report_decisions_of_payment').on(t.organizationId, t.paymentId, t.decidedAt),
    index('report_decisions_of_matched').on(t.organizationId, t.matchedPaymentId),
    oneOf('report_decisions_kind_known', t.kind, reportDecisionKinds),
    oneOf('report_decisions_method_known', t.method, offPlatformMethods),
    must('report_decisions_confirmed_says_how', sql`${t.method} is null or ${t.kind} = 'confirmed'`),
    ...adminOnly('report_decisions', t.organizationId),
  ],
)
