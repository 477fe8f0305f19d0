import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { must, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { payments } from './payments.ts'

/**
 * Every text of a payment that may name its call: the values of its metadata, and the checkout's own reference. Kept by a trigger on
 * payments, so that the payments that name a call are found however many there are.
 */
export const paymentReferences = pgTable(
  'payment_references',
  {
    organizationId: tenantColumns().organizationId,
    paymentId: uuid('payment_id').notNull(),
    value: text('value').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.paymentId, t.value] }),
    foreignKey({
      name: 'payment_references_payment',
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    index('payment_references_by_value').on(t.organizationId, t.value),
    must('payment_references_value_is_short', sql`length(${t.value}) between 1 and 500`),
    ...adminOnly('payment_references', t.organizationId),
  ],
)
