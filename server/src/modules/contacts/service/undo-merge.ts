import type { CustomFieldValues } from '@clinch/drizzle/tables'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { noteSetters } from '../../events/service/index.ts'
import { leadsChanged, lockForMerging, lockLeads, takePrimaryAddresses } from '../../leads/service/index.ts'
import { matchReportsOfLead, storeDeals } from '../../payments/service/index.ts'
import { readPair, storeFields, storeLeadValues } from './lead-to-merge.ts'
import { type OwnFields, restoreFields, restoreValues } from './merge-choice.ts'
import { moveBack, type Moved } from './move-lead.ts'

const UndoMerge = z.object({ mergeId: z.uuid('Say which merge.') })
export type UndoMerge = z.input<typeof UndoMerge>

interface StoredMerge {
  survivorId: string
  mergedId: string
  /** Merges of before there were own fields have no values. */
  record: Moved & { before: OwnFields; after: OwnFields; customFields?: { before: CustomFieldValues; after: CustomFieldValues } }
  undone: boolean
}

/**
 * Makes two leads of one again: exactly what the merge moved goes back, and what came since under an address that goes back goes with
 * it. Merges into one lead are undone the latest first: CONFLICT where another stands on this one.
 */
export async function undoMerge({ actor, input, tx }: Verb<UndoMerge>): Promise<{ survivorId: string; mergedId: string }> {
  authorize(actor, 'organization:manage')
  const { mergeId } = parseInput(UndoMerge, input)
  await lockForMerging(tx)
  const merge = await readMerge(tx, mergeId)
  if (merge.undone) throw conflict('This merge was undone already.')
  const { survivorId, mergedId, record } = merge
  await lockLeads(tx, [survivorId, mergedId])
  const [survivor] = await readPair(tx, survivorId, mergedId)
  if (survivor.mergedIntoId !== null) {
    throw conflict(`${survivor.name} was itself merged into ${survivor.mergedIntoName ?? 'another lead'} since. Undo that merge first.`)
  }
  await refuseIfBuiltUpon(tx, mergeId, survivorId)
  await tx.query(`update lead_merges set undone_at = clock_timestamp(), undone_by_name = $3 where organization_id = $1 and id = $2`, [
    tx.organizationId,
    mergeId,
    actorName(actor),
  ])
  await tx.query(`update leads set merged_into_id = null where organization_id = $1 and id = $2`, [tx.organizationId, mergedId])
  await moveBack(tx, { ...record, survivorId, mergedId })
  await storeFields(tx, survivorId, restoreFields(survivor, record.before, record.after))
  const { before = {}, after = {} } = record.customFields ?? {}
  await storeLeadValues(tx, survivorId, restoreValues(survivor.customFields, before, after))
  for (const id of [survivorId, mergedId]) {
    await takePrimaryAddresses(tx, [id])
    await noteSetters(tx, id)
  }
  await leadsChanged.announce(tx, { leadIds: [survivorId, mergedId] })
  for (const id of [survivorId, mergedId]) await matchReportsOfLead(tx, id)
  // What was somebody's first deal may be another's second.
  await storeDeals(tx, { leadIds: [survivorId, mergedId] })
  return { survivorId, mergedId }
}

async function readMerge(tx: Tx, mergeId: string): Promise<StoredMerge> {
  const [merge] = await tx.query<StoredMerge>(
    `select survivor_id as "survivorId", merged_id as "mergedId", record, undone_at is not null as undone
     from lead_merges where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, mergeId],
  )
  if (!merge) throw notFound('merge')
  return merge
}

/** A later merge into the same lead chose among the fields that this one made. */
async function refuseIfBuiltUpon(tx: Tx, mergeId: string, survivorId: string): Promise<void> {
  const [later] = await tx.query<{ name: string }>(
    `select l.name from lead_merges m join leads l on l.organization_id = m.organization_id and l.id = m.merged_id
     where m.organization_id = $1 and m.survivor_id = $2 and m.undone_at is null and (m.merged_at, m.id) > (select t.merged_at, t.id from lead_merges t where t.organization_id = $1 and t.id = $3)
     order by m.merged_at desc limit 1`,
    [tx.organizationId, survivorId, mergeId],
  )
  if (later) throw conflict(`${later.name} was merged into the same lead after this. Undo that merge first.`)
}
