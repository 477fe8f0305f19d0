import type { Tx } from '../../../database/tx.ts'
import { processDelivery } from './process-delivery.ts'

/** Gives deliveries, whose bodies are there, to the queue again, the oldest first; one waiting job each, however often. */
export async function processAgain(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `with again as (
       update deliveries d set state = 'received', error = null, finished_at = null
       where d.organization_id = $1 and d.id = any($2::uuid[]) and d.body is not null returning d.id, d.connection_id, d.received_at
     )
     select jobs_api.enqueue($3, json_build_object('organizationId', $1::uuid, 'connectionId', c.id, 'connectionName', c.name,
         'provider', c.provider, 'deliveryId', a.id, 'requestId', $4::text), 'replay:' || a.id, null, $5::int)
     from again a join connections c on c.organization_id = $1 and c.id = a.connection_id order by a.received_at, a.id`,
    [tx.organizationId, ids, processDelivery.name, tx.settings.requestId, processDelivery.maxAttempts],
  )
}
