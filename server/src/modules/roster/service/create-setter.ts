import { setters } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { rosterNamesChanged } from './facts.ts'
import { Aliases, Email, Name } from './schemas.ts'
import { storeNames } from './store-names.ts'

const CreateSetter = z.object({ name: Name, email: Email, aliases: Aliases })
export type CreateSetter = z.input<typeof CreateSetter>

/** Puts a setter on the roster, with the names that bookings know them by. Earlier bookings that used one become theirs. */
export async function createSetter({ actor, input, tx }: Verb<CreateSetter>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { name, email, aliases } = parseInput(CreateSetter, input)
  const [row] = await tx.db
    .insert(setters)
    .values({ organizationId: tx.organizationId, name, email: email ?? null })
    .returning({ id: setters.id })
  if (!row) throw new Error('An inserted setter was not returned')
  await storeNames(tx, 'setter', row.id, [...(aliases ?? []), name])
  await rosterNamesChanged.announce(tx, { kind: 'setter', id: row.id })
  return row
}
