import { setters } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { rosterNamesChanged } from './facts.ts'
import { loadSetterAliases } from './load-roster.ts'
import { Aliases, Email, Id, Name } from './schemas.ts'
import { storeNames } from './store-names.ts'

const UpdateSetter = z.object({ id: Id, name: Name.nullish(), email: Email, aliases: Aliases, active: z.boolean().nullish() })
export type UpdateSetter = z.input<typeof UpdateSetter>

/** Changes what is given of a setter; aliases, if given, are replaced as a whole. */
export async function updateSetter({ actor, input, tx }: Verb<UpdateSetter>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { id, name, email, aliases, active } = parseInput(UpdateSetter, input)
  const [row] = await tx.db
    .update(setters)
    .set({
      organizationId: tx.organizationId,
      ...(name ? { name } : {}),
      ...(email === undefined ? {} : { email }),
      ...(typeof active === 'boolean' ? { deactivatedAt: active ? null : new Date() } : {}),
    })
    .where(and(eq(setters.organizationId, tx.organizationId), eq(setters.id, id)))
    .returning({ id: setters.id, name: setters.name })
  if (!row) throw notFound('setter')
  const known = aliases ?? (await loadSetterAliases(tx, [id])).get(id) ?? []
  await storeNames(tx, 'setter', id, [...known, row.name])
  await rosterNamesChanged.announce(tx, { kind: 'setter', id })
  return { id }
}
