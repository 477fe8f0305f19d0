import { payments } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { lockCustomer } from '../../leads/service/index.ts'
import { requirePackage } from '../../packages/service/index.ts'
import { paymentChanged } from './facts.ts'
import { customerNamed, EnteredMoney, momentOf, offPlatformMethod, readCustomer, recordedDetails, referenceTo } from './recorded-payment.ts'
import { storeDeals } from './store-deals.ts'

const RecordPayment = z.object({
  ...recordedDetails,
  amount: EnteredMoney,
  method: offPlatformMethod,
  customFields: PostedValues.nullish(),
})
export type RecordPayment = z.input<typeof RecordPayment>

/**
 * Records money that no processor tells of: a wire, cash, a check. It is credited by the rules as any other; where the event is named,
 * that is the payment's own reference, which comes first. The organization's own fields that have to be answered are asked for.
 */
export async function recordPayment({ actor, input, tx }: Verb<RecordPayment>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const parsed = parseInput(RecordPayment, input)
  const { amount, method, note, packageId, leadId, eventId, paidAt: at, paidOn: on, customFields, ...told } = parsed
  const paidAt = await momentOf(tx, { at, on }, on ? 'paidOn' : 'paidAt', new Date())
  if (!paidAt) throw badInput([{ path: 'paidOn', message: 'Say when it was paid.' }])
  if (packageId) await requirePackage(tx, packageId)
  const named = await customerNamed(tx, { leadId: leadId ?? null, eventId: eventId ?? null })
  const entered = await readCustomer(tx, told)
  const customer = {
    customerName: entered.customerName ?? named?.customerName ?? null,
    customerEmail: entered.customerEmail ?? named?.customerEmail ?? null,
    customerPhone: entered.customerPhone ?? named?.customerPhone ?? null,
  }
  if (!customer.customerName && !customer.customerEmail && !customer.customerPhone)
    throw badInput([{ path: 'customerEmail', message: 'Say who paid: a lead, a call, or the customer’s email, phone or name.' }])
  await lockCustomer(tx, { email: customer.customerEmail, phone: customer.customerPhone })
  const [made] = await tx.db
    .insert(payments)
    .values({
      organizationId: tx.organizationId,
      origin: 'manual',
      status: 'succeeded',
      ...amount,
      ...customer,
      paidAt,
      offPlatformMethod: method,
      note: note ?? null,
      packageId: packageId ?? null,
      enteredByName: actorName(actor),
      metadata: referenceTo(eventId),
    })
    .returning({ id: payments.id })
  if (!made) throw new Error('An inserted payment was not returned')
  await storeValues(tx, { subject: 'payment', id: made.id, values: customFields ?? {}, path: 'customFields' })
  await paymentChanged.announce(tx, { paymentId: made.id })
  await storeDeals(tx, { paymentIds: [made.id] })
  return { paymentId: made.id }
}
