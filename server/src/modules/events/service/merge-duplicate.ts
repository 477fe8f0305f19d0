import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { announceResettled } from './announce-resettled.ts'
import { type HeldEvent, holdEvents } from './hold-events.ts'
import { recordHistory } from './record-history.ts'

const MergeDuplicate = z.object({ keptId: z.uuid('Say which call is kept.'), copyId: z.uuid('Say which call is its copy.') })
export type MergeDuplicate = z.input<typeof MergeDuplicate>

/**
 * Says that one call is a copy of another: it counts nowhere, and money that would be its is credited to the one that is kept. What its
 * booking tool tells of it later still changes it. CONFLICT where it has a form, since that would be lost with it.
 */
export async function mergeDuplicate({ actor, input, tx }: Verb<MergeDuplicate>): Promise<{ keptId: string; copyId: string }> {
  authorize(actor, 'event:update')
  const { keptId, copyId } = parseInput(MergeDuplicate, input)
  if (keptId === copyId) throw badInput([{ path: 'copyId', message: 'Choose two calls.' }])
  const events = await holdEvents(tx, [keptId, copyId])
  const [kept, copy] = [events.get(keptId), events.get(copyId)]
  if (!kept || !copy) throw new Error('A call that is held was not returned')
  if (copy.duplicateOfId === keptId) return { keptId, copyId }
  refuse(kept, copy)
  await tx.query(`update events set duplicate_of_id = $3 where organization_id = $1 and id = $2`, [tx.organizationId, copyId, keptId])
  // Whoever said once that they are two says now that they are one.
  await tx.query(
    `delete from events_kept_apart where organization_id = $1 and least(one_id, other_id) = least($2::uuid, $3::uuid)
       and greatest(one_id, other_id) = greatest($2::uuid, $3::uuid)`,
    [tx.organizationId, keptId, copyId],
  )
  const by = actorName(actor)
  await recordHistory(tx, { eventId: copyId, at: new Date(), change: 'merged', by, detail: { into: keptId } })
  await recordHistory(tx, { eventId: keptId, at: new Date(), change: 'merged', by, detail: { copy: copyId } })
  await announceResettled(tx, [kept, copy])
  return { keptId, copyId }
}

function refuse(kept: HeldEvent, copy: HeldEvent): void {
  if (kept.duplicateOfId !== null) throw conflict('The call to keep is a copy itself. Keep the one that it is a copy of.')
  if (copy.duplicateOfId !== null) throw conflict('This call is a copy of another already. Take that back first.')
  if (copy.leadId !== kept.leadId) {
    throw conflict(`The calls are of two leads, ${kept.leadName} and ${copy.leadName}. Merge the leads first.`)
  }
  if (!copy.hasForm) return
  throw kept.hasForm
    ? conflict('Both calls have a form, so both took place.')
    : conflict('The call that would be the copy has a form. Keep that one, and merge the other into it.')
}
