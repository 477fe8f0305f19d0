import { closers } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { rosterNamesChanged } from './facts.ts'
import { Email, Name } from './schemas.ts'

const CreateCloser = z.object({ name: Name, email: Email })
export type CreateCloser = z.input<typeof CreateCloser>

/** Puts a closer on the roster. Earlier bookings that they hosted become theirs. */
export async function createCloser({ actor, input, tx }: Verb<CreateCloser>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { name, email } = parseInput(CreateCloser, input)
  const [row] = await tx.db
    .insert(closers)
    .values({ organizationId: tx.organizationId, name, email: email ?? null })
    .returning({ id: closers.id })
  if (!row) throw new Error('An inserted closer was not returned')
  await rosterNamesChanged.announce(tx, { kind: 'closer', id: row.id })
  return row
}
