import { goals } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'

const RemoveGoal = z.object({ id: z.uuid('This is not an id.') })
export type RemoveGoal = z.input<typeof RemoveGoal>

/** Takes a goal away; what it was stands in the audit log. */
export async function removeGoal({ actor, input, tx }: Verb<RemoveGoal>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { id } = parseInput(RemoveGoal, input)
  const [gone] = await tx.db
    .delete(goals)
    .where(and(eq(goals.organizationId, tx.organizationId), eq(goals.id, id)))
    .returning({ id: goals.id })
  if (!gone) throw notFound('goal')
  return gone
}
