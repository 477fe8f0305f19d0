import type { Tx } from '../../../database/tx.ts'

export interface LeadMergeRow {
  id: string
  survivorId: string
  mergedId: string
  mergedAt: string
  mergedByName: string
  undoneAt: string | null
  undoneByName: string | null
}

const columns = `m.id, m.survivor_id as "survivorId", m.merged_id as "mergedId", m.merged_at as "mergedAt", m.merged_by_name as "mergedByName",
  m.undone_at as "undoneAt", m.undone_by_name as "undoneByName"`

/** Merges by id. */
export async function loadMerges(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LeadMergeRow>> {
  const rows = await tx.query<LeadMergeRow>(
    `select ${columns} from lead_merges m where m.organization_id = $1 and m.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The merges that stand of each of the given leads as survivors, the latest first. */
export async function loadMergesInto(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, LeadMergeRow[]>> {
  const rows = await tx.query<LeadMergeRow>(
    `select ${columns} from lead_merges m where m.organization_id = $1 and m.survivor_id = any($2::uuid[]) and m.undone_at is null
     order by m.merged_at desc, m.id desc`,
    [tx.organizationId, leadIds],
  )
  const grouped = new Map<string, LeadMergeRow[]>()
  for (const row of rows) grouped.set(row.survivorId, [...(grouped.get(row.survivorId) ?? []), row])
  return grouped
}

/** Whom each of the given merged leads is now part of, through however many merges. */
export async function loadSurvivors(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; survivorId: string }>(
    `with recursive way as (
       select l.id, l.merged_into_id as at, 1 as steps from leads l where l.organization_id = $1 and l.id = any($2::uuid[]) and l.merged_into_id is not null
       union all
       select w.id, l.merged_into_id, w.steps + 1 from way w join leads l on l.organization_id = $1 and l.id = w.at
         where l.merged_into_id is not null and w.steps < 100
     )
     select distinct on (id) id, at as "survivorId" from way order by id, steps desc`,
    [tx.organizationId, leadIds],
  )
  return new Map(rows.map(({ id, survivorId }) => [id, survivorId]))
}
