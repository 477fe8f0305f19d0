import { callOutcomes } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { countFormsThatSaid } from './option-rows.ts'
import { Color, Label, OptionId, Outcome } from './option-schemas.ts'

const UpdateCallOutcome = z.object({ id: OptionId, label: Label.nullish(), color: Color.nullish(), outcome: Outcome.nullish() })
export type UpdateCallOutcome = z.input<typeof UpdateCallOutcome>

/**
 * Changes what is given of an outcome. What it means stands once a form names it or did in an earlier version: what that said would change
 * with it.
 */
export async function updateCallOutcome({ actor, input, tx }: Verb<UpdateCallOutcome>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const { id, label, color, outcome } = parseInput(UpdateCallOutcome, input)
  const isIt = and(eq(callOutcomes.organizationId, tx.organizationId), eq(callOutcomes.id, id))
  // Held also against forms that are about to name it.
  const [known] = await tx.db.select().from(callOutcomes).where(isIt).for('update')
  if (!known) throw notFound('outcome')
  const forms = outcome && outcome !== known.outcome ? await countFormsThatSaid(tx, id) : 0
  if (forms > 0) {
    const message = `${forms === 1 ? '1 form says' : `${forms} forms say`} this already, so what it means stays. Retire it and add another.`
    throw conflict(message, [{ path: 'outcome', message }])
  }
  await tx.db
    .update(callOutcomes)
    .set({ label: label ?? known.label, color: color ?? known.color, outcome: outcome ?? known.outcome })
    .where(isIt)
  return { id }
}
