import { closers } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { rosterNamesChanged } from './facts.ts'
import { Email, Id, Name } from './schemas.ts'

const UpdateCloser = z.object({ id: Id, name: Name.nullish(), email: Email, active: z.boolean().nullish() })
export type UpdateCloser = z.input<typeof UpdateCloser>

/** Changes what is given of a closer. One who is not active keeps their calls, and is given no new ones. */
export async function updateCloser({ actor, input, tx }: Verb<UpdateCloser>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { id, name, email, active } = parseInput(UpdateCloser, input)
  const [row] = await tx.db
    .update(closers)
    .set({
      organizationId: tx.organizationId,
      ...(name ? { name } : {}),
      ...(email === undefined ? {} : { email }),
      ...(typeof active === 'boolean' ? { deactivatedAt: active ? null : new Date() } : {}),
    })
    .where(and(eq(closers.organizationId, tx.organizationId), eq(closers.id, id)))
    .returning({ id: closers.id })
  if (!row) throw notFound('closer')
  if (name || email || active) await rosterNamesChanged.announce(tx, { kind: 'closer', id })
  return row
}
