import { z } from 'zod'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { settleDispute } from './settle-dispute.ts'
import { Words } from './words.ts'

const AnswerCreditDispute = z.object({
  id: z.uuid('This is not an id.'),
  verdict: z.enum(['accepted', 'partly_accepted', 'rejected'], 'Accept it, accept it in part, or reject it.'),
  answer: Words('why', 'An answer'),
})
export type AnswerCreditDispute = z.input<typeof AnswerCreditDispute>

/**
 * An owner or admin answers a dispute, in words that the closer or setter reads. The credit itself is corrected apart, by the acts that
 * credit a payment: nothing is credited anew by an answer. CONFLICT once it is settled.
 */
export async function answerCreditDispute({ actor, input, tx }: Verb<AnswerCreditDispute>): Promise<{ id: string }> {
  authorize(actor, 'payments:write')
  const { id, verdict, answer } = parseInput(AnswerCreditDispute, input)
  await settleDispute(tx, { id, state: verdict, answer, by: actorLabel(actor), byName: actorName(actor) })
  return { id }
}
