import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { loadConnections, mappingOf } from '../../connections/service/index.ts'
import { announceResettled } from './announce-resettled.ts'
import { holdEvents } from './hold-events.ts'
import { remapped } from './preview-mapping.ts'
import { type Resettled, settleChain } from './settle-chain.ts'

const ReapplyMapping = z.object({ connectionId: z.uuid('Say which connection.') })
export type ReapplyMapping = z.input<typeof ReapplyMapping>

/** So many by one act: their leads are held, and their payments credited anew, in one transaction. */
const mostAtOnce = 100

/**
 * Reads the past bookings of a connection by the mapping that it has now. Whom a person gave a call to stays. Answers how many changed, and
 * whether more are left for another time.
 */
export async function reapplyMapping({ actor, input, tx }: Verb<ReapplyMapping>): Promise<{ changed: number; moreLeft: boolean }> {
  authorize(actor, 'connections:write')
  const { connectionId } = parseInput(ReapplyMapping, input)
  if (!(await loadConnections(tx, [connectionId])).has(connectionId)) throw notFound('connection')
  const mapping = await mappingOf(tx, connectionId)
  const found: string[] = []
  for await (const { booking } of remapped(tx, connectionId, mapping)) if (found.push(booking.id) > mostAtOnce) break
  const held = await holdEvents(tx, found.slice(0, mostAtOnce))
  const settled: Resettled[] = []
  // Asked once more: a booking may have changed while its lead was waited for.
  for await (const { booking, names } of remapped(tx, connectionId, mapping, [...held.keys()])) {
    await tx.query(
      `update events set setter_id = case when setter_assigned then setter_id else $3::uuid end, setter_name = $4, setter_key = $5,
         source_id = $6, source_name = $7, traffic_type_id = $8, traffic_type_name = $9 where organization_id = $1 and id = $2`,
      [
        tx.organizationId,
        booking.id,
        names.setterId,
        names.setterName,
        names.setterKey,
        names.sourceId,
        names.sourceName,
        names.trafficTypeId,
        names.trafficTypeName,
      ],
    )
    settled.push({ id: booking.id, leadId: booking.leadId }, ...(await settleChain(tx, booking.id)))
  }
  const changed = new Set(settled.map(({ id }) => id)).size
  await announceResettled(tx, settled)
  return { changed, moreLeft: found.length > mostAtOnce }
}
