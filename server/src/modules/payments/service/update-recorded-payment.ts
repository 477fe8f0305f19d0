import { payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { lockCustomer } from '../../leads/service/index.ts'
import { requirePackage } from '../../packages/service/index.ts'
import { paymentChanged } from './facts.ts'
import { type HeldPayment, holdPayments } from './hold-payments.ts'
import { customerNamed, EnteredMoney, momentOf, offPlatformMethod, readCustomer, recordedDetails, referenceTo } from './recorded-payment.ts'
import { storeDeals } from './store-deals.ts'
import { storeTakenBack } from './store-taken-back.ts'

const UpdateRecordedPayment = z.object({
  ...recordedDetails,
  paymentId: z.uuid('Say which payment.'),
  amount: EnteredMoney.nullish(),
  method: offPlatformMethod.nullish(),
  customFields: PostedValues.nullish(),
})
export type UpdateRecordedPayment = z.input<typeof UpdateRecordedPayment>

/** Changes a payment that was entered by hand: what is left out stays. Its credit is decided anew. */
export async function updateRecordedPayment({ actor, input, tx }: Verb<UpdateRecordedPayment>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const {
    paymentId,
    amount,
    method,
    note,
    packageId,
    leadId,
    eventId,
    paidAt: at,
    paidOn: on,
    customFields,
    ...told
  } = parseInput(UpdateRecordedPayment, input)
  const paidAt = await momentOf(tx, { at, on }, on ? 'paidOn' : 'paidAt', new Date())
  if (packageId) await requirePackage(tx, packageId)
  const entered = await readCustomer(tx, told)
  const named = await customerNamed(tx, { leadId: leadId ?? null, eventId: eventId ?? null })
  await lockCustomer(tx, { email: entered.customerEmail ?? null, phone: entered.customerPhone ?? null })
  const payment = await holdRecorded(tx, paymentId)
  if (amount && amount.amountMinor < payment.refundedMinor)
    throw badInput([{ path: 'amount', message: 'More than this was given back of it already.' }])
  if (amount && amount.currency !== payment.currency && payment.refundedMinor > 0n)
    throw badInput([{ path: 'amount.currency', message: 'Some of it was given back in its currency already.' }])
  const customer = { ...named, ...entered }
  const kept = {
    customerName: payment.customerName,
    customerEmail: payment.customerEmail,
    customerPhone: payment.customerPhone,
    ...customer,
  }
  if (!kept.customerName && !kept.customerEmail && !kept.customerPhone)
    throw badInput([{ path: 'customerEmail', message: 'Say who paid: their email, phone or name.' }])
  await tx.db
    .update(payments)
    .set({
      ...amount,
      ...customer,
      ...(paidAt && { paidAt }),
      ...(method && { offPlatformMethod: method }),
      ...(note !== undefined && { note }),
      ...(packageId !== undefined && { packageId }),
      ...(eventId !== undefined && { metadata: referenceTo(eventId) }),
      // Drizzle refuses an update that sets nothing.
      origin: payment.origin,
    })
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId)))
  await storeValues(tx, { subject: 'payment', id: paymentId, values: customFields ?? {}, path: 'customFields' })
  await storeTakenBack(tx, paymentId)
  await paymentChanged.announce(tx, { paymentId })
  await storeDeals(tx, { paymentIds: [paymentId] })
  return { paymentId }
}

/** Holds a payment that was entered by hand and stands; refuses any other. */
export async function holdRecorded(tx: Tx, paymentId: string): Promise<HeldPayment> {
  const [payment] = await holdPayments(tx, [paymentId])
  if (!payment) throw notFound('payment')
  if (payment.origin !== 'manual')
    throw badInput([{ path: 'paymentId', message: 'Only a payment that was entered by hand can be changed here.' }])
  if (payment.deletionId !== null) throw conflict('This payment is deleted. Restore it first.')
  return payment
}
