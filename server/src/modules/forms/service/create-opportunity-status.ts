import { opportunityStatuses } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { placeAtEnd } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { opportunityStatusList } from './option-lists.ts'
import { Color, Label } from './option-schemas.ts'

const CreateOpportunityStatus = z.object({ label: Label, color: Color })
export type CreateOpportunityStatus = z.input<typeof CreateOpportunityStatus>

/** Adds a place where a deal can stand, after all others. */
export async function createOpportunityStatus({ actor, input, tx }: Verb<CreateOpportunityStatus>): Promise<{ id: string }> {
  authorize(actor, 'forms:write')
  const given = parseInput(CreateOpportunityStatus, input)
  const [row] = await tx.db
    .insert(opportunityStatuses)
    .values({ organizationId: tx.organizationId, ...given, position: await placeAtEnd(tx, opportunityStatusList) })
    .returning({ id: opportunityStatuses.id })
  if (!row) throw new Error('An inserted status was not returned')
  return row
}
