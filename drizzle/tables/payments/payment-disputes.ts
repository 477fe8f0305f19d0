import { sql } from 'drizzle-orm'
import { bigint, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'

/** `inquiry`: asked about, no money moved; `open`: the amount is held; `won`, `lost`: settled; `closed`: an inquiry that came to nothing. */
export const disputeStates = ['inquiry', 'open', 'won', 'lost', 'closed'] as const

/**
 * What a processor reported of a dispute at some moment. Append-only. Keyed on the purchase, not on the payment, since a dispute's
 * message may come before the payment's own.
 */
export const paymentDisputes = pgTable(
  'payment_disputes',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    purchaseRef: text('purchase_ref').notNull(),
    disputeRef: text('dispute_ref').notNull(),
    state: text('state', { enum: disputeStates }).notNull(),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    /** The processor's own word for why. */
    reason: text('reason'),
    openedAt: instant('opened_at').notNull(),
    /** Until when it can be answered. */
    dueBy: instant('due_by'),
    reportedAt: instant('reported_at').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('payment_disputes_once').on(t.organizationId, t.connectionId, t.purchaseRef, t.disputeRef, t.state, t.amountMinor, t.reportedAt),
    foreignKey({
      name: 'payment_disputes_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    oneOf('payment_disputes_state_known', t.state, disputeStates),
    must('payment_disputes_amount_not_negative', sql`${t.amountMinor} >= 0`),
    index('payment_disputes_by_opened').on(t.organizationId, t.openedAt),
    ...adminOnly('payment_disputes', t.organizationId),
  ],
)
