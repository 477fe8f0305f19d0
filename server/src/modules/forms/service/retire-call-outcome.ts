import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { retireEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { callOutcomeList } from './option-lists.ts'
import { OptionId } from './option-schemas.ts'

const RetireCallOutcome = z.object({ id: OptionId })
export type RetireCallOutcome = z.input<typeof RetireCallOutcome>

/** Offers an outcome no more. Forms that name it keep it. */
export async function retireCallOutcome({ actor, input, tx }: Verb<RetireCallOutcome>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const { id } = parseInput(RetireCallOutcome, input)
  await retireEntry(tx, callOutcomeList, id)
  return { id }
}
