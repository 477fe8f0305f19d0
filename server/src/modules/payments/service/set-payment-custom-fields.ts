import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PostedValues, storeValues } from '../../fields/service/index.ts'
import { holdPayments } from './hold-payments.ts'

const SetPaymentCustomFields = z.object({ id: z.uuid('Say which payment.'), values: PostedValues })
export type SetPaymentCustomFields = z.input<typeof SetPaymentCustomFields>

/** Writes to the organization's own fields of a payment, whoever told of it. */
export async function setPaymentCustomFields({ actor, input, tx }: Verb<SetPaymentCustomFields>): Promise<{ id: string }> {
  authorize(actor, 'payments:write')
  const { id, values } = parseInput(SetPaymentCustomFields, input)
  const [payment] = await holdPayments(tx, [id])
  if (!payment) throw notFound('payment')
  if (payment.deletionId !== null) throw conflict('This payment is deleted. Restore it first.')
  await storeValues(tx, { subject: 'payment', id, values })
  return { id }
}
