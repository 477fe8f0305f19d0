import { paymentRefunds, payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { decidePaymentStatus } from './payment-status.ts'
import { refundedTotal } from './refunded-total.ts'

/** Computes a payment's refunded amount and status anew from every report of its refunds. The caller holds the payment. */
export async function storeRefunded(tx: Tx, paymentId: string): Promise<void> {
  const mine = and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId))
  const [payment] = await tx.db.select().from(payments).where(mine)
  if (!payment?.connectionId || !payment.purchaseRef) return
  const reports = await tx.db
    .select()
    .from(paymentRefunds)
    .where(
      and(
        eq(paymentRefunds.organizationId, tx.organizationId),
        eq(paymentRefunds.connectionId, payment.connectionId),
        eq(paymentRefunds.purchaseRef, payment.purchaseRef),
      ),
    )
  const refundedMinor = refundedTotal({
    amountMinor: payment.amountMinor,
    refunds: reports.flatMap(({ report, refundRef, amountMinor, madeAt, reportedAt }) =>
      report === 'total' ? [] : [{ refundRef, amountMinor, state: report, createdAt: madeAt, reportedAt }],
    ),
    totals: reports
      .filter(({ report }) => report === 'total')
      .map(({ amountMinor, reportedAt }) => ({ totalMinor: amountMinor, asOf: reportedAt })),
  })
  const status = decidePaymentStatus({ origin: payment.origin, amountMinor: payment.amountMinor, refundedMinor })
  if (refundedMinor !== payment.refundedMinor || status !== payment.status)
    await tx.db.update(payments).set({ refundedMinor, status }).where(mine)
}
