import { paymentDisputes, paymentRefunds, payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { disputeEffect } from './dispute-effect.ts'
import { decidePaymentStatus } from './payment-status.ts'
import { refundedTotal } from './refunded-total.ts'

type Payment = typeof payments.$inferSelect

/**
 * Computes anew what was given back of a payment, what disputes took and hold of it, and so where it stands, from every report of them.
 * The caller holds the payment.
 */
export async function storeTakenBack(tx: Tx, paymentId: string): Promise<void> {
  const mine = and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId))
  const [payment] = await tx.db.select().from(payments).where(mine)
  if (!payment || payment.origin === 'form') return
  const refundedMinor = await refundedOf(tx, payment)
  const { disputedMinor, lostMinor } = await disputedOf(tx, payment, refundedMinor)
  const { origin, amountMinor } = payment
  const status = decidePaymentStatus({ origin, amountMinor, refundedMinor, lostMinor, disputedMinor })
  const isSame =
    refundedMinor === payment.refundedMinor &&
    disputedMinor === payment.disputedMinor &&
    lostMinor === payment.lostMinor &&
    status === payment.status
  if (!isSame) await tx.db.update(payments).set({ refundedMinor, disputedMinor, lostMinor, status }).where(mine)
}

async function refundedOf(tx: Tx, payment: Payment): Promise<bigint> {
  const { connectionId, purchaseRef, currency } = payment
  const reports = await tx.db
    .select()
    .from(paymentRefunds)
    .where(
      and(
        eq(paymentRefunds.organizationId, tx.organizationId),
        // One in another currency cannot be subtracted: it stands in the ledger, and says that it does not count.
        eq(paymentRefunds.currency, currency),
        connectionId !== null && purchaseRef !== null
          ? and(eq(paymentRefunds.connectionId, connectionId), eq(paymentRefunds.purchaseRef, purchaseRef))
          : eq(paymentRefunds.paymentId, payment.id),
      ),
    )
  return refundedTotal({
    amountMinor: payment.amountMinor,
    refunds: reports.flatMap(({ report, refundRef, amountMinor, madeAt, reportedAt }) =>
      report === 'total' ? [] : [{ refundRef, amountMinor, state: report, createdAt: madeAt, reportedAt }],
    ),
    totals: reports
      .filter(({ report }) => report === 'total')
      .map(({ amountMinor, reportedAt }) => ({ totalMinor: amountMinor, asOf: reportedAt })),
  })
}

async function disputedOf(tx: Tx, { connectionId, purchaseRef, amountMinor, currency }: Payment, refundedMinor: bigint) {
  if (connectionId === null || purchaseRef === null) return { disputedMinor: 0n, lostMinor: 0n }
  const reports = await tx.db
    .select()
    .from(paymentDisputes)
    .where(
      and(
        eq(paymentDisputes.organizationId, tx.organizationId),
        eq(paymentDisputes.connectionId, connectionId),
        eq(paymentDisputes.purchaseRef, purchaseRef),
      ),
    )
  return disputeEffect({ amountMinor, currency, refundedMinor, reports })
}
