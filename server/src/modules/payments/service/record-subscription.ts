import { subscriptions } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { SubscriptionMessage } from './payment-message.ts'
import { laterOf, type SubscriptionReport } from './subscription-report.ts'

/** Keeps what was told last of a subscription, by the processor's clock. Its payments are told by themselves. */
export async function recordSubscription(tx: Tx, connectionId: string, message: SubscriptionMessage): Promise<void> {
  const { subscriptionRef, state, productName, customerRef, startedAt, endedAt, reportedAt } = message
  const told: SubscriptionReport = { state, productName, customerRef, startedAt, endedAt, reportedAt }
  await lockNames(tx, [`subscription:${connectionId}:${subscriptionRef}`])
  const mine = and(
    eq(subscriptions.organizationId, tx.organizationId),
    eq(subscriptions.connectionId, connectionId),
    eq(subscriptions.subscriptionRef, subscriptionRef),
  )
  const [known] = await tx.db.select().from(subscriptions).where(mine)
  if (!known) await tx.db.insert(subscriptions).values({ organizationId: tx.organizationId, connectionId, subscriptionRef, ...told })
  else if (laterOf(told, known) === told) await tx.db.update(subscriptions).set(told).where(mine)
}
