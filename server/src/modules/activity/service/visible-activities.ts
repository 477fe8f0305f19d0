import type { Tx } from '../../../database/tx.ts'
import { type Change, type ChangeKind, changeKinds, type Changes, ofMoney } from '../../../kernel/activity-feed.ts'
import { sightOf } from '../../organizations/service/index.ts'

/** Something that happened, as one caller is told of it. */
export interface ActivityRow {
  kind: ChangeKind
  /** Of a booking or a form its call, of a payment or a dispute itself; null where several are told at once. */
  recordId: string | null
  count: number
  at: string
}

/** More of one kind at once are told together. */
const mostApart = 20

/**
 * What of these changes the caller of a transaction may see: rows that are theirs now by row-level security, and rows that were theirs
 * until then. `kinds` are those that they may hear of at all. Of money a rep hears as much as the organization shows them of it.
 */
export async function visibleActivities(
  tx: Tx,
  { changes, missed }: Changes,
  kinds: readonly ChangeKind[],
  now: () => Date = () => new Date(),
): Promise<ActivityRow[]> {
  const { money } = await sightOf(tx)
  const heard = changeKinds.filter((kind) => kinds.includes(kind) && (!ofMoney(kind) || money !== 'none'))
  if (missed) return heard.map((kind) => ({ kind, recordId: null, count: 0, at: now().toISOString() }))
  const told = await Promise.all(
    heard.map(async (kind) => {
      const ofKind = changes.filter((change) => change.kind === kind)
      return together(await readVisible(tx, kind, ofKind), ofMoney(kind) && money === 'figures' ? 0 : mostApart)
    }),
  )
  return told.flat()
}

const recordOf: Readonly<Record<ChangeKind, string>> = {
  booking: 'select id, id as "recordId" from events where organization_id = $1 and id = any($2::uuid[])',
  post_call_form: 'select id, event_id as "recordId" from post_call_forms where organization_id = $1 and id = any($2::uuid[])',
  payment: 'select id, id as "recordId" from payments where organization_id = $1 and id = any($2::uuid[])',
  credit_dispute: 'select id, id as "recordId" from credit_disputes where organization_id = $1 and id = any($2::uuid[])',
}

async function readVisible(tx: Tx, kind: ChangeKind, changes: readonly Change[]): Promise<ActivityRow[]> {
  if (changes.length === 0) return []
  const rows = await tx.query<{ id: string; recordId: string }>(recordOf[kind], [tx.organizationId, changes.map(({ id }) => id)])
  const records = new Map(rows.map(({ id, recordId }) => [id, recordId]))
  return changes.flatMap(({ id, at, formerReps }) => {
    const wasTheirs = kind !== 'post_call_form' && formerReps.some((rep) => tx.settings.repIds.includes(rep))
    const recordId = records.get(id) ?? (wasTheirs ? id : undefined)
    return recordId === undefined ? [] : [{ kind, recordId, count: 1, at }]
  })
}

function together(activities: readonly ActivityRow[], most: number): readonly ActivityRow[] {
  const last = activities.at(-1)
  return !last || activities.length <= most ? activities : [{ ...last, recordId: null, count: activities.length }]
}
