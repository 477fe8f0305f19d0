import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { enqueue } from '../../../kernel/define-job.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { processDelivery } from './process-delivery.ts'

const ReplayDelivery = z.object({ id: z.uuid('Say which delivery.') })
export type ReplayDelivery = z.input<typeof ReplayDelivery>

/** Acts on a kept delivery again. What it did before is done already, so nothing happens twice. */
export async function replayDelivery({ actor, input, tx }: Verb<ReplayDelivery>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(ReplayDelivery, input)
  await refuseIfReadOnly(tx)
  const [delivery] = await tx.query<{ state: string; hasBody: boolean; connectionId: string; connectionName: string; provider: string }>(
    `select d.state, d.body is not null as "hasBody", c.id as "connectionId", c.name as "connectionName", c.provider
     from deliveries d join connections c on c.organization_id = d.organization_id and c.id = d.connection_id
     where d.organization_id = $1 and d.id = $2 for update of d`,
    [tx.organizationId, id],
  )
  if (!delivery) throw notFound('delivery')
  if (!delivery.hasBody) throw badInput([{ path: 'id', message: 'A refused delivery cannot be replayed: its body was not kept.' }])
  const { connectionId, connectionName, provider } = delivery
  await tx.query(`update deliveries set state = 'received', error = null, finished_at = null where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  await enqueue(
    tx,
    processDelivery,
    { organizationId: tx.organizationId, connectionId, connectionName, provider, deliveryId: id },
    { key: `replay:${id}` },
  )
  return { id }
}
