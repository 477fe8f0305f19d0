import { callOutcomes } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { placeAtEnd } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { callOutcomeList } from './option-lists.ts'
import { Color, Label, Outcome } from './option-schemas.ts'

const CreateCallOutcome = z.object({ label: Label, color: Color, outcome: Outcome })
export type CreateCallOutcome = z.input<typeof CreateCallOutcome>

/** Adds a way in which calls end, after all others. */
export async function createCallOutcome({ actor, input, tx }: Verb<CreateCallOutcome>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const given = parseInput(CreateCallOutcome, input)
  const [row] = await tx.db
    .insert(callOutcomes)
    .values({ organizationId: tx.organizationId, ...given, position: await placeAtEnd(tx, callOutcomeList) })
    .returning({ id: callOutcomes.id })
  if (!row) throw new Error('An inserted outcome was not returned')
  return row
}
