import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { processAgain } from './process-again.ts'

const ReplayDelivery = z.object({ id: z.uuid('Say which delivery.') })
export type ReplayDelivery = z.input<typeof ReplayDelivery>

/** Acts on a kept delivery again. What it did before is done already, so nothing happens twice. */
export async function replayDelivery({ actor, input, tx }: Verb<ReplayDelivery>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(ReplayDelivery, input)
  await refuseIfReadOnly(tx)
  const [delivery] = await tx.query<{ state: string; hasBody: boolean }>(
    `select d.state, d.body is not null as "hasBody" from deliveries d where d.organization_id = $1 and d.id = $2 for update of d`,
    [tx.organizationId, id],
  )
  if (!delivery) throw notFound('delivery')
  if (!delivery.hasBody) throw badInput([{ path: 'id', message: whyNot(delivery.state) }])
  await processAgain(tx, [id])
  return { id }
}

const whyNot = (state: string): string =>
  state === 'refused'
    ? 'A refused delivery cannot be replayed: its body was not kept.'
    : 'It cannot be replayed any more: its body was older than your organization keeps bodies, and was removed.'
