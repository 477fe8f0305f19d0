import { sources } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { rosterNamesChanged } from './facts.ts'
import { loadSourceAliases, loadTrafficTypes } from './load-roster.ts'
import { Aliases, Id, Name } from './schemas.ts'
import { storeNames } from './store-names.ts'

const UpdateSource = z.object({ id: Id, name: Name.nullish(), aliases: Aliases, trafficTypeId: Id.nullish() })
export type UpdateSource = z.input<typeof UpdateSource>

/** Changes what is given of a source; aliases, if given, are replaced as a whole. */
export async function updateSource({ actor, input, tx }: Verb<UpdateSource>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { id, name, aliases, trafficTypeId } = parseInput(UpdateSource, input)
  if (trafficTypeId && !(await loadTrafficTypes(tx, [trafficTypeId])).has(trafficTypeId)) throw notFound('traffic type')
  const [row] = await tx.db
    .update(sources)
    .set({ organizationId: tx.organizationId, ...(name ? { name } : {}), ...(trafficTypeId === undefined ? {} : { trafficTypeId }) })
    .where(and(eq(sources.organizationId, tx.organizationId), eq(sources.id, id)))
    .returning({ id: sources.id, name: sources.name })
  if (!row) throw notFound('source')
  const known = aliases ?? (await loadSourceAliases(tx, [id])).get(id) ?? []
  await storeNames(tx, 'source', id, [...known, row.name])
  await rosterNamesChanged.announce(tx, { kind: 'source', id })
  return { id }
}
