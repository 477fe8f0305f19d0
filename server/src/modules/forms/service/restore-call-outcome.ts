import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { restoreEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { callOutcomeList } from './option-lists.ts'
import { OptionId } from './option-schemas.ts'

const RestoreCallOutcome = z.object({ id: OptionId })
export type RestoreCallOutcome = z.input<typeof RestoreCallOutcome>

/** Offers a retired outcome again, after all others. */
export async function restoreCallOutcome({ actor, input, tx }: Verb<RestoreCallOutcome>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const { id } = parseInput(RestoreCallOutcome, input)
  await restoreEntry(tx, callOutcomeList, id)
  return { id }
}
