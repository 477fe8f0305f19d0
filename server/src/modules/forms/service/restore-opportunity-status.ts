import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { restoreEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { opportunityStatusList } from './option-lists.ts'
import { OptionId } from './option-schemas.ts'

const RestoreOpportunityStatus = z.object({ id: OptionId })
export type RestoreOpportunityStatus = z.input<typeof RestoreOpportunityStatus>

/** Offers a retired status again, after all others. */
export async function restoreOpportunityStatus({ actor, input, tx }: Verb<RestoreOpportunityStatus>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const { id } = parseInput(RestoreOpportunityStatus, input)
  await restoreEntry(tx, opportunityStatusList, id)
  return { id }
}
