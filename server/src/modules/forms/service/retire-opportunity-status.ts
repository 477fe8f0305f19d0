import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { retireEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { opportunityStatusList } from './option-lists.ts'
import { OptionId } from './option-schemas.ts'

const RetireOpportunityStatus = z.object({ id: OptionId })
export type RetireOpportunityStatus = z.input<typeof RetireOpportunityStatus>

/** Offers a status no more. Forms that name it keep it. */
export async function retireOpportunityStatus({ actor, input, tx }: Verb<RetireOpportunityStatus>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const { id } = parseInput(RetireOpportunityStatus, input)
  await retireEntry(tx, opportunityStatusList, id)
  return { id }
}
