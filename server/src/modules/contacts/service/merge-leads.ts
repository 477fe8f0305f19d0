import { leadMerges } from '@clinch/drizzle/tables'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { noteSetters } from '../../events/service/index.ts'
import { leadsChanged, lockForMerging, lockLeads } from '../../leads/service/index.ts'
import { matchReportsOfLead, storeDeals } from '../../payments/service/index.ts'
import { readPair, refuseMerged, storeFields, storeLeadValues } from './lead-to-merge.ts'
import { chooseFields, mergeValues, type OwnFields } from './merge-choice.ts'
import { moveEverything } from './move-lead.ts'

const Side = z.enum(['survivor', 'merged']).nullish()
const MergeLeads = z.object({
  survivorId: z.uuid('Say which lead stays.'),
  mergedId: z.uuid('Say which lead becomes part of it.'),
  fields: z.object({ name: Side, email: Side, phone: Side, timeZone: Side, source: Side }).nullish(),
})
export type MergeLeads = z.input<typeof MergeLeads>

/**
 * Makes two leads one, as a person says that they are. Calls, payments and addresses go to the survivor, with the fields chosen; payments
 * are credited anew by the rules, but those that a person credited. What arrives at the same moment for either lands on the survivor. The
 * other lead stands nowhere any more, and its id leads to the survivor. All that moved is written down, so that it can be undone.
 */
export async function mergeLeads({ actor, input, tx }: Verb<MergeLeads>): Promise<{ id: string; survivorId: string }> {
  authorize(actor, 'organization:manage')
  const { survivorId, mergedId, fields } = parseInput(MergeLeads, input)
  if (survivorId === mergedId) throw badInput([{ path: 'mergedId', message: 'Choose two leads.' }])
  await lockForMerging(tx)
  await lockLeads(tx, [survivorId, mergedId])
  const [survivor, merged] = await readPair(tx, survivorId, mergedId)
  refuseMerged(survivor, merged)
  const after = chooseFields(survivor, merged, fields ?? {})
  const moved = await moveEverything(tx, mergedId, survivorId)
  await storeFields(tx, survivorId, after)
  const values = mergeValues(survivor.customFields, merged.customFields)
  await storeLeadValues(tx, survivorId, values)
  // Its reps keep sight of it: whoever held its address is led to the survivor.
  await tx.query(`update leads set merged_into_id = $3, rep_ids = $4::uuid[] where organization_id = $1 and id = $2`, [
    tx.organizationId,
    mergedId,
    survivorId,
    merged.repIds,
  ])
  const [merge] = await tx.db
    .insert(leadMerges)
    .values({
      organizationId: tx.organizationId,
      survivorId,
      mergedId,
      record: {
        before: ownFields(survivor),
        after: ownFields(after),
        customFields: { before: survivor.customFields, after: values },
        ...moved,
      },
      mergedBy: actorLabel(actor),
      mergedByName: actorName(actor),
      mergedAt: sql`clock_timestamp()`,
    })
    .returning({ id: leadMerges.id })
  if (!merge) throw new Error('An inserted merge was not returned')
  for (const id of [survivorId, mergedId]) await noteSetters(tx, id)
  await leadsChanged.announce(tx, { leadIds: [survivorId, mergedId] })
  await matchReportsOfLead(tx, survivorId)
  // What was somebody's first deal may be another's second.
  await storeDeals(tx, { leadIds: [survivorId, mergedId] })
  return { id: merge.id, survivorId }
}

const ownFields = ({ name, email, phone, timeZone, sourceId, sourceName, trafficTypeId }: OwnFields) => ({
  name,
  email,
  phone,
  timeZone,
  sourceId,
  sourceName,
  trafficTypeId,
})
