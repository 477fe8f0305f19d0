import { z } from 'zod'
import { actorLabel, actorName, isRep } from '../../../kernel/actor.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { settleDispute } from './settle-dispute.ts'

const WithdrawCreditDispute = z.object({ id: z.uuid('This is not an id.') })
export type WithdrawCreditDispute = z.input<typeof WithdrawCreditDispute>

/** Whoever disputes a credit takes it back, as long as it is open. NOT_FOUND for a dispute of somebody else, CONFLICT for one that is settled. */
export async function withdrawCreditDispute({ actor, input, tx }: Verb<WithdrawCreditDispute>): Promise<{ id: string }> {
  if (!isRep(actor)) throw forbidden('Only whoever disputes a credit takes it back.', 'sales_rep')
  const { id } = parseInput(WithdrawCreditDispute, input)
  await settleDispute(tx, { id, state: 'withdrawn', answer: null, by: actorLabel(actor), byName: actorName(actor) })
  return { id }
}
