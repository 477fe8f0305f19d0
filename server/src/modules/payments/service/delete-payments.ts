import { paymentDeletions, payments } from '@clinch/drizzle/tables'
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { followDeletion, holdWithMatched } from './follow-deletion.ts'

/** How many payments can be deleted or restored at once. */
export const mostAtOnce = 500

export const PaymentIds = z
  .array(z.uuid('This is not an id.'))
  .min(1, 'Say which payments.')
  .max(mostAtOnce, `At most ${mostAtOnce} payments at once.`)
  .transform((ids) => [...new Set(ids)].sort())

const DeletePayments = z.object({
  ids: PaymentIds,
  reason: z.string().trim().min(1, 'Say why.').max(500, 'A reason has at most 500 characters.'),
})
export type DeletePayments = z.input<typeof DeletePayments>

/**
 * Takes payments away in one act that can be undone: they count nowhere and are in no list but that of the deleted. What a processor
 * tells of them later is still kept, and brings none of them back. A report that one of them stood for stands
 * again by itself; what a person decided of it waits until both stand.
 */
export async function deletePayments({ actor, input, tx }: Verb<DeletePayments>): Promise<{ deletionId: string; paymentIds: string[] }> {
  authorize(actor, 'payments:write')
  const { ids, reason } = parseInput(DeletePayments, input)
  const together = await holdWithMatched(tx, ids)
  const held = together.filter(({ id }) => ids.includes(id))
  if (held.length < ids.length) throw notFound(ids.length === 1 ? 'payment' : 'payment among these')
  if (held.some(({ deletionId }) => deletionId !== null))
    throw conflict(ids.length === 1 ? 'This payment is deleted already.' : 'One of these payments is deleted already.')
  if (held.some(({ withdrawnAt }) => withdrawnAt !== null))
    throw badInput([{ path: 'ids', message: 'A report that its closer took back counts nowhere already.' }])
  const [deletion] = await tx.db
    .insert(paymentDeletions)
    .values({ organizationId: tx.organizationId, reason, deletedBy: actorLabel(actor), deletedByName: actorName(actor) })
    .returning({ id: paymentDeletions.id })
  if (!deletion) throw new Error('An inserted deletion was not returned')
  await tx.db
    .update(payments)
    .set({ deletionId: deletion.id, matchedPaymentId: null, reconciliation: null })
    .where(and(eq(payments.organizationId, tx.organizationId), inArray(payments.id, ids)))
  await tx.db
    .update(payments)
    .set({ matchedPaymentId: null, reconciliation: null })
    .where(and(eq(payments.organizationId, tx.organizationId), inArray(payments.matchedPaymentId, ids)))
  await followDeletion(tx, together)
  return { deletionId: deletion.id, paymentIds: ids }
}
