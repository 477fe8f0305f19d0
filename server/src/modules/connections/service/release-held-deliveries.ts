import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, sessionOf } from '../../../kernel/actor.ts'
import { defineJob, enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { holdOrganization, organizationReopened } from '../../organizations/service/index.ts'
import { processDelivery } from './process-delivery.ts'

const payload = z.object({ organizationId: z.uuid() })

const releaseHeldDeliveries = { name: 'connections.release-held-deliveries', maxAttempts: 25, payload } satisfies JobRequest<
  z.output<typeof payload>
>

/** So many are released in one transaction: it holds no lock for long, however many there are. */
const batchSize = 500

/** Whatever opens an organization again, what was held for it is processed. */
export const releaseOnReopening = organizationReopened.reactWith((tx, { organizationId }) =>
  enqueue(tx, releaseHeldDeliveries, { organizationId }, { key: `release-held:${organizationId}` }),
)

/** Has every held delivery of an organization processed, the oldest first; none where it is shut or read-only again. */
export const releaseHeldDeliveriesJob = defineJob(
  releaseHeldDeliveries,
  async ({ payload: { organizationId }, requestId }, { database }: JobServices) => {
    const actor: Actor = { kind: 'job', organizationId, name: releaseHeldDeliveries.name }
    for (;;) {
      const released = await database.transaction(sessionOf(actor, { requestId }), releaseSome)
      if (released < batchSize) return
    }
  },
)

async function releaseSome(tx: Tx): Promise<number> {
  const { state, readOnly } = await holdOrganization(tx)
  if (state !== 'active' || readOnly) return 0
  const released = await tx.query<{ id: string }>(
    `with held as materialized (
       select id from deliveries where organization_id = $1 and state = 'held' order by received_at, id limit $2 for update skip locked
     ), released as (
       update deliveries d set state = 'received' from held where d.organization_id = $1 and d.id = held.id
       returning d.id, d.connection_id, d.received_at
     )
     select r.id, jobs_api.enqueue($3, json_build_object('organizationId', $1::uuid, 'connectionId', c.id, 'connectionName', c.name,
         'provider', c.provider, 'deliveryId', r.id, 'requestId', $4::text), 'replay:' || r.id, null, $5)
     from released r join connections c on c.organization_id = $1 and c.id = r.connection_id order by r.received_at, r.id`,
    [tx.organizationId, batchSize, processDelivery.name, tx.settings.requestId, processDelivery.maxAttempts],
  )
  return released.length
}
