import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { storeOrder } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { opportunityStatusList } from './option-lists.ts'
import { OptionId } from './option-schemas.ts'

const ReorderOpportunityStatuses = z.object({ ids: z.array(OptionId) })
export type ReorderOpportunityStatuses = z.input<typeof ReorderOpportunityStatuses>

/** Puts all statuses in force into a new order. */
export async function reorderOpportunityStatuses({ actor, input, tx }: Verb<ReorderOpportunityStatuses>): Promise<Record<string, never>> {
  authorize(actor, 'forms:write')
  await storeOrder(tx, opportunityStatusList, parseInput(ReorderOpportunityStatuses, input).ids)
  return {}
}
