import { paymentDisputes } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import type { DisputeMessage } from './payment-message.ts'
import { lockPurchase } from './hold-purchases.ts'
import { paymentOf } from './record-purchase.ts'
import { storeTakenBack } from './store-taken-back.ts'

/** Keeps a report of a dispute, and computes anew what it does to the payment, if that is known already. */
export async function recordDispute(tx: Tx, connectionId: string, { kind: _, ...report }: DisputeMessage): Promise<void> {
  await lockPurchase(tx, connectionId, report.purchaseRef)
  await tx.db
    .insert(paymentDisputes)
    .values({ organizationId: tx.organizationId, connectionId, ...report })
    .onConflictDoNothing()
  const payment = await paymentOf(tx, connectionId, report.purchaseRef)
  if (payment) await storeTakenBack(tx, payment.id)
}
