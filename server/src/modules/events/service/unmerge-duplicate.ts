import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { announceResettled } from './announce-resettled.ts'
import { holdEvents } from './hold-events.ts'
import { recordHistory } from './record-history.ts'

const UnmergeDuplicate = z.object({ copyId: z.uuid('Say which call was the copy.') })
export type UnmergeDuplicate = z.input<typeof UnmergeDuplicate>

/** Takes back that a call is a copy: it counts again, and money is credited anew among both. CONFLICT where it is none. */
export async function unmergeDuplicate({ actor, input, tx }: Verb<UnmergeDuplicate>): Promise<{ keptId: string; copyId: string }> {
  authorize(actor, 'event:update')
  const { copyId } = parseInput(UnmergeDuplicate, input)
  const keptId = (await holdEvents(tx, [copyId])).get(copyId)?.duplicateOfId
  if (!keptId) throw conflict('This call is no copy of another.')
  const kept = (await holdEvents(tx, [keptId])).get(keptId)
  if (!kept) throw notFound('call')
  const [copy] = await tx.query<{ id: string; leadId: string }>(
    `update events set duplicate_of_id = null where organization_id = $1 and id = $2 returning id, lead_id as "leadId"`,
    [tx.organizationId, copyId],
  )
  if (!copy) throw new Error('A call that is held was not returned')
  const by = actorName(actor)
  await recordHistory(tx, { eventId: copyId, at: new Date(), change: 'unmerged', by, detail: { from: keptId } })
  await recordHistory(tx, { eventId: keptId, at: new Date(), change: 'unmerged', by, detail: { copy: copyId } })
  await announceResettled(tx, [kept, copy])
  return { keptId, copyId }
}
