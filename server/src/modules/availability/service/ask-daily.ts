import type { Tx } from '../../../database/tx.ts'
import { askFor, providersWithAvailability } from './ask-availability.ts'

const batch = 200

/** Has the next connections asked of whichever organizations, after one. Answers the last of them, where there are more. */
export async function askNext(tx: Tx, past: string): Promise<string | null> {
  const connections = await tx.query<{ organizationId: string; connectionId: string }>(
    'select organization_id as "organizationId", connection_id as "connectionId" from availability.to_ask($1::text[], $2::uuid, $3::int)',
    [providersWithAvailability, past, batch],
  )
  for (const { organizationId, connectionId } of connections) await askFor(tx, { organizationId, connectionId, begunAt: null, waits: 0 })
  return connections.length < batch ? null : (connections.at(-1)?.connectionId ?? null)
}
