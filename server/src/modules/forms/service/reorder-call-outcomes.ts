import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { storeOrder } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { callOutcomeList } from './option-lists.ts'
import { OptionId } from './option-schemas.ts'

const ReorderCallOutcomes = z.object({ ids: z.array(OptionId) })
export type ReorderCallOutcomes = z.input<typeof ReorderCallOutcomes>

/** Puts all outcomes in force into a new order. */
export async function reorderCallOutcomes({ actor, input, tx }: Verb<ReorderCallOutcomes>): Promise<Record<string, never>> {
  authorize(actor, 'forms:write')
  await storeOrder(tx, callOutcomeList, parseInput(ReorderCallOutcomes, input).ids)
  return {}
}
