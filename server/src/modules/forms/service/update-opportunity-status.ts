import { opportunityStatuses } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { Color, Label, OptionId } from './option-schemas.ts'

const UpdateOpportunityStatus = z.object({ id: OptionId, label: Label.nullish(), color: Color.nullish() })
export type UpdateOpportunityStatus = z.input<typeof UpdateOpportunityStatus>

/** Changes what is given of a status. */
export async function updateOpportunityStatus({ actor, input, tx }: Verb<UpdateOpportunityStatus>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const { id, label, color } = parseInput(UpdateOpportunityStatus, input)
  const [row] = await tx.db
    .update(opportunityStatuses)
    .set({ organizationId: tx.organizationId, ...(label && { label }), ...(color && { color }) })
    .where(and(eq(opportunityStatuses.organizationId, tx.organizationId), eq(opportunityStatuses.id, id)))
    .returning({ id: opportunityStatuses.id })
  if (!row) throw notFound('status')
  return row
}
