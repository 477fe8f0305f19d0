import { sources } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { rosterNamesChanged } from './facts.ts'
import { loadTrafficTypes } from './load-roster.ts'
import { Aliases, Id, Name } from './schemas.ts'
import { storeNames } from './store-names.ts'

const CreateSource = z.object({ name: Name, aliases: Aliases, trafficTypeId: Id.nullish() })
export type CreateSource = z.input<typeof CreateSource>

/** Adds a source of leads, with the names that bookings know it by. Earlier bookings that used one become its. */
export async function createSource({ actor, input, tx }: Verb<CreateSource>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { name, aliases, trafficTypeId } = parseInput(CreateSource, input)
  if (trafficTypeId && !(await loadTrafficTypes(tx, [trafficTypeId])).has(trafficTypeId)) throw notFound('traffic type')
  const [row] = await tx.db
    .insert(sources)
    .values({ organizationId: tx.organizationId, name, trafficTypeId: trafficTypeId ?? null })
    .returning({ id: sources.id })
  if (!row) throw new Error('An inserted source was not returned')
  await storeNames(tx, 'source', row.id, [...(aliases ?? []), name])
  await rosterNamesChanged.announce(tx, { kind: 'source', id: row.id })
  return row
}
