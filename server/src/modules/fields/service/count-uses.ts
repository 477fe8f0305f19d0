import type { Tx } from '../../../database/tx.ts'
import { type FieldSubject, loadFields } from './field-row.ts'
import { tableOf } from './subject-tables.ts'

/** How many leads, events or payments have a value of each of the given fields, as far as the caller may see those. */
export async function countUses(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const fields = [...(await loadFields(tx, ids)).values()]
  const counts = new Map<FieldSubject, ReadonlyMap<string, number>>()
  for (const subject of new Set(fields.map((field) => field.subject))) counts.set(subject, await countOf(tx, subject))
  return new Map(fields.map(({ id, subject, key }) => [id, counts.get(subject)?.get(key) ?? 0]))
}

async function countOf(tx: Tx, subject: FieldSubject): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ key: string; uses: number }>(
    `select k.key, count(*)::int as uses from ${tableOf[subject]} r cross join lateral jsonb_object_keys(r.custom_fields) as k (key)
     where r.organization_id = $1 and r.custom_fields <> '{}'::jsonb group by k.key`,
    [tx.organizationId],
  )
  return new Map(rows.map(({ key, uses }) => [key, uses]))
}
