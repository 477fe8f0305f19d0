import type { FieldValues } from '@clinch/schema/fields'
import type { Tx } from '../../../database/tx.ts'
import { type FieldSubject, listFields } from './field-row.ts'
import { holdOptions } from './store-values.ts'
import { tableOf } from './subject-tables.ts'

/** Values that were judged, for a row that there is. */
export interface FilledRow {
  id: string
  values: FieldValues
}

/**
 * Gives rows the values of fields that they have none of, in one statement however many they are: what a row has stays. Where a row is
 * named several times, what is said of it first stands. Nothing is demanded of them.
 */
export async function fillValues(tx: Tx, subject: FieldSubject, rows: readonly FilledRow[]): Promise<void> {
  const said = new Map<string, FieldValues>()
  for (const { id, values } of rows) if (Object.keys(values).length > 0) said.set(id, { ...values, ...said.get(id) })
  if (said.size === 0) return
  await holdOptions(tx, await listFields(tx, subject), [...said.values()])
  const table = tableOf[subject]
  // Held in the order of their ids: two who fill the same rows wait for each other, and never crosswise.
  await tx.query(
    `with filled as (
       select r.id, v.said::jsonb || r.custom_fields as next
       from ${table} r join unnest($2::uuid[], $3::text[]) as v (id, said) on v.id = r.id
       where r.organization_id = $1 order by r.id for no key update of r)
     update ${table} r set custom_fields = f.next from filled f
     where r.organization_id = $1 and r.id = f.id and r.custom_fields <> f.next`,
    [tx.organizationId, [...said.keys()], [...said.values()].map((values) => JSON.stringify(values))],
  )
}
