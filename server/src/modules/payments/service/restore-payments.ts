import { payments } from '@clinch/drizzle/tables'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PaymentIds } from './delete-payments.ts'
import { decideReportsAgain, followDeletion, holdWithMatched } from './follow-deletion.ts'

const RestorePayments = z.object({ ids: PaymentIds })
export type RestorePayments = z.input<typeof RestorePayments>

/** Brings deleted payments back: they count again, and are credited anew by what is known now. */
export async function restorePayments({ actor, input, tx }: Verb<RestorePayments>): Promise<{ paymentIds: string[] }> {
  authorize(actor, 'payments:write')
  const { ids } = parseInput(RestorePayments, input)
  const paymentIds = await restore(tx, ids)
  if (paymentIds.length === 0) throw conflict(ids.length === 1 ? 'This payment is not deleted.' : 'None of these payments is deleted.')
  return { paymentIds }
}

const RestoreDeletion = z.object({ deletionId: z.uuid('Say which deletion.') })
export type RestoreDeletion = z.input<typeof RestoreDeletion>

/** Brings back all that one act of deleting took and that is still deleted. */
export async function restoreDeletion({ actor, input, tx }: Verb<RestoreDeletion>): Promise<{ paymentIds: string[] }> {
  authorize(actor, 'payments:write')
  const { deletionId } = parseInput(RestoreDeletion, input)
  const [known] = await tx.query(`select 1 from payment_deletions where organization_id = $1 and id = $2`, [tx.organizationId, deletionId])
  if (!known) throw notFound('deletion')
  const rows = await tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.deletionId, deletionId)))
    .orderBy(asc(payments.id))
  if (rows.length === 0) throw conflict('All of it was restored already.')
  return {
    paymentIds: await restore(
      tx,
      rows.map(({ id }) => id),
    ),
  }
}

/** Restores those of the given that are deleted; answers which. */
async function restore(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const together = await holdWithMatched(tx, ids)
  const held = together.filter(({ id }) => ids.includes(id))
  if (held.length < ids.length) throw notFound(ids.length === 1 ? 'payment' : 'payment among these')
  const deleted = held.filter(({ deletionId }) => deletionId !== null)
  if (deleted.length === 0) return []
  const restored = deleted.map(({ id }) => id)
  await tx.db
    .update(payments)
    .set({ deletionId: null })
    .where(and(eq(payments.organizationId, tx.organizationId), inArray(payments.id, restored)))
  await decideReportsAgain(tx, restored)
  await followDeletion(tx, together)
  return restored
}
