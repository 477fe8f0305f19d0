import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { conditionsOf, type DeliveryFilter } from './list-deliveries.ts'
import { processAgain } from './process-again.ts'

/** So many are replayed by one act: its transaction locks them all. */
export const mostReplayed = 1_000

const ReplayDeliveries = z.object({
  ids: z.array(z.uuid('Say which deliveries.')).max(mostReplayed, `At most ${mostReplayed} at once.`).nullish(),
})

export interface ReplayDeliveries {
  ids?: string[] | null | undefined
  /** With ids, those of them that it leaves. */
  filter?: DeliveryFilter | null | undefined
}

export interface Replayed {
  /** How many wait for their jobs again. */
  replayed: number
  /** How many were meant and cannot be: their bodies are not there. */
  withoutBody: number
  /** Whether more match than one act replays. */
  moreLeft: boolean
}

/**
 * Acts on many kept deliveries again, the oldest first: those named, those of a filter, or of those named the ones that it leaves. One that waits for its job already is left to
 * it, so that asking twice is asking once; what they did before is done already.
 */
export async function replayDeliveries({ actor, input, tx }: Verb<ReplayDeliveries>): Promise<Replayed> {
  authorize(actor, 'connections:write')
  const { ids } = parseInput(ReplayDeliveries, { ids: input.ids })
  if (!ids && !input.filter) throw badInput([{ path: 'ids', message: 'Name deliveries, or give a filter.' }])
  await refuseIfReadOnly(tx)
  const wanted = conditionsOf(tx, input.filter ?? {}).always(`d.state <> 'received'`)
  if (ids) wanted.add(ids, (p) => `d.id = any(${p}::uuid[])`)
  await refuseUnknown(tx, 'deliveries', ids ?? [])
  await refuseUnknown(tx, 'connections', input.filter?.connectionIds ?? [])
  const found = await tx.query<{ id: string; hasBody: boolean }>(
    `select d.id, d.body is not null as "hasBody" from deliveries d where ${wanted.where}
     order by d.received_at, d.id limit ${mostReplayed + 1} for update of d`,
    wanted.parameters,
  )
  const taken = found.slice(0, mostReplayed)
  const replayable = taken.filter(({ hasBody }) => hasBody).map(({ id }) => id)
  await processAgain(tx, replayable)
  return { replayed: replayable.length, withoutBody: taken.length - replayable.length, moreLeft: found.length > mostReplayed }
}

/** Whoever names what is not there, or another organization's, is told so, and nothing is done. */
async function refuseUnknown(tx: Tx, table: 'deliveries' | 'connections', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const [row] = await tx.query<{ found: number }>(
    `select count(*)::int as found from ${table} where organization_id = $1 and id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  if (row?.found !== new Set(ids.map((id) => id.toLowerCase())).size) throw notFound(table === 'deliveries' ? 'delivery' : 'connection')
}
