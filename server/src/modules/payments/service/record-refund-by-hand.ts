import { paymentRefunds } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { formatDecimal } from '../../../lib/money.ts'
import { EnteredMoney, momentOf } from './recorded-payment.ts'
import { storeTakenBack } from './store-taken-back.ts'
import { holdRecorded } from './update-recorded-payment.ts'

const reason = z
  .string()
  .trim()
  .max(500, 'A reason has at most 500 characters.')
  .nullish()
  .transform((text) => (text ? text : null))

const RecordRefund = z.object({
  paymentId: z.uuid('Say which payment.'),
  amount: EnteredMoney,
  refundedOn: z.iso.date('Say on which day.'),
  reason,
})
export type RecordRefund = z.input<typeof RecordRefund>

/** Records what was given back of a payment that was entered by hand. Its ledger is appended to, as with a processor's refunds. */
export async function recordRefundByHand({ actor, input, tx }: Verb<RecordRefund>): Promise<{ paymentId: string; refundId: string }> {
  authorize(actor, 'payments:write')
  const { paymentId, amount, refundedOn, reason: why } = parseInput(RecordRefund, input)
  const now = new Date()
  const madeAt = await momentOf(tx, { on: refundedOn }, 'refundedOn', now)
  const payment = await holdRecorded(tx, paymentId)
  const { currency } = payment
  if (amount.currency !== currency)
    throw badInput([{ path: 'amount.currency', message: `This was paid in ${currency}: a refund is in the same currency.` }])
  const leftMinor = payment.amountMinor - payment.refundedMinor
  if (amount.amountMinor > leftMinor) {
    const left = `${formatDecimal({ amountMinor: leftMinor, currency })} ${currency}`
    throw badInput([
      { path: 'amount.amount', message: leftMinor === 0n ? 'All of it was given back already.' : `No more than ${left} is left of it.` },
    ])
  }
  const id = uuidv7()
  await tx.db.insert(paymentRefunds).values({
    organizationId: tx.organizationId,
    id,
    paymentId,
    report: 'live',
    refundRef: id,
    ...amount,
    madeAt: madeAt ?? now,
    reportedAt: now,
    reason: why,
    enteredByName: actorName(actor),
  })
  await storeTakenBack(tx, paymentId)
  return { paymentId, refundId: id }
}

const TakeBackRefund = z.object({ refundId: z.uuid('Say which refund.'), reason })
export type TakeBackRefund = z.input<typeof TakeBackRefund>

/** Takes back a refund that was entered by hand and never happened: the money stays. Both entries are kept. */
export async function takeBackRefund({ actor, input, tx }: Verb<TakeBackRefund>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const { refundId, reason: why } = parseInput(TakeBackRefund, input)
  const mine = and(eq(paymentRefunds.organizationId, tx.organizationId), eq(paymentRefunds.id, refundId))
  const [refund] = await tx.db.select().from(paymentRefunds).where(mine)
  if (!refund) throw notFound('refund')
  if (refund.paymentId === null || refund.report !== 'live')
    throw badInput([{ path: 'refundId', message: 'Only a refund that was entered by hand can be taken back here.' }])
  await holdRecorded(tx, refund.paymentId)
  const [undone] = await tx.db
    .select({ id: paymentRefunds.id })
    .from(paymentRefunds)
    .where(
      and(
        eq(paymentRefunds.organizationId, tx.organizationId),
        eq(paymentRefunds.paymentId, refund.paymentId),
        eq(paymentRefunds.refundRef, refund.refundRef),
        eq(paymentRefunds.report, 'failed'),
      ),
    )
  if (undone) throw conflict('This refund was taken back already.')
  const { amountMinor, currency, madeAt, paymentId, refundRef } = refund
  await tx.db.insert(paymentRefunds).values({
    organizationId: tx.organizationId,
    paymentId,
    report: 'failed',
    refundRef,
    amountMinor,
    currency,
    madeAt,
    reportedAt: new Date(),
    reason: why,
    enteredByName: actorName(actor),
  })
  await storeTakenBack(tx, refund.paymentId)
  return { paymentId: refund.paymentId }
}
