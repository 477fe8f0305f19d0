import { trafficTypes } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { normaliseName } from '../../../lib/identity.ts'
import { rosterNamesChanged } from './facts.ts'
import { Name } from './schemas.ts'

const CreateTrafficType = z.object({ name: Name })
export type CreateTrafficType = z.input<typeof CreateTrafficType>

/** Adds a kind of traffic. Earlier bookings that named it become its. */
export async function createTrafficType({ actor, input, tx }: Verb<CreateTrafficType>): Promise<{ id: string }> {
  authorize(actor, 'roster:write')
  const { name } = parseInput(CreateTrafficType, input)
  const [row] = await tx.db
    .insert(trafficTypes)
    .values({ organizationId: tx.organizationId, name, nameKey: normaliseName(name) })
    .returning({ id: trafficTypes.id })
  if (!row) throw new Error('An inserted traffic type was not returned')
  await rosterNamesChanged.announce(tx, { kind: 'traffic_type', id: row.id })
  return row
}
