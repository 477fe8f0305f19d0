import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'

/**
 * A processor's invoice: what ties a purchase to its subscription. Its halves come in different messages. One that several purchases paid has
 * a row for each of them, which all say the same of it.
 */
export const paymentInvoices = pgTable(
  'payment_invoices',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    invoiceRef: text('invoice_ref').notNull(),
    subscriptionRef: text('subscription_ref'),
    billingTurn: text('billing_turn', { enum: ['once', 'first', 'later'] }),
    purchaseRef: text('purchase_ref'),
    customerRef: text('customer_ref'),
    customerEmail: text('customer_email'),
    customerName: text('customer_name'),
    customerPhone: text('customer_phone'),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull(),
    clientReference: text('client_reference'),
    /** It asked for no money, as the first one of a trial does. */
    tookNothing: boolean('took_nothing').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('payment_invoices_once_a_purchase').on(t.organizationId, t.connectionId, t.invoiceRef, t.purchaseRef).nullsNotDistinct(),
    foreignKey({
      name: 'payment_invoices_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    index('payment_invoices_by_purchase').on(t.organizationId, t.connectionId, t.purchaseRef),
    index('payment_invoices_of_subscription').on(t.organizationId, t.connectionId, t.subscriptionRef),
    ...adminOnly('payment_invoices', t.organizationId),
  ],
)
