import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'

export const subscriptionStates = ['trialing', 'active', 'past_due', 'paused', 'canceling', 'completed', 'ended'] as const

/** A subscription, membership or payment plan at a processor, as it was last told. Payments name it by its reference. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    subscriptionRef: text('subscription_ref').notNull(),
    state: text('state', { enum: subscriptionStates }).notNull(),
    /** What is bought, in the processor's words. */
    productName: text('product_name'),
    customerRef: text('customer_ref'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Of the message that told this: an older one changes nothing. */
    reportedAt: instant('reported_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('subscriptions_once').on(t.organizationId, t.connectionId, t.subscriptionRef),
    foreignKey({
      name: 'subscriptions_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    oneOf('subscriptions_state_known', t.state, subscriptionStates),
    index('subscriptions_of_customer').on(t.organizationId, t.connectionId, t.customerRef),
    ...adminOnly('subscriptions', t.organizationId),
  ],
)
