import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { holdPayer } from '../../payments/service/index.ts'
import { creditPayment } from './credit-payment.ts'

const UnlockAttribution = z.object({ paymentId: z.uuid('Say which payment.') })
export type UnlockAttribution = z.input<typeof UnlockAttribution>

/** Takes the lock off a payment that was credited by hand, and decides its credit by the rules again. */
export async function unlockAttribution({ actor, input, tx }: Verb<UnlockAttribution>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const { paymentId } = parseInput(UnlockAttribution, input)
  await holdPayer(tx, paymentId)
  const [payment] = await tx.query<{ id: string }>(
    `update payments set attribution_locked = false where organization_id = $1 and id = $2 returning id`,
    [tx.organizationId, paymentId],
  )
  if (!payment) throw notFound('payment')
  await creditPayment(tx, { paymentId, reason: `${actorName(actor)} unlocked it.` })
  return { paymentId }
}
