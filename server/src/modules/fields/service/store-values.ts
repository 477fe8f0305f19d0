import { isDeepStrictEqual } from 'node:util'
import type { FieldValues } from '@clinch/schema/fields'
import type { Tx } from '../../../database/tx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { type FieldRow, type FieldSubject, listFields } from './field-row.ts'
import { judgeValues, optionsIn, type ValuesVerdict } from './judge-values.ts'
import { tableOf } from './subject-tables.ts'

export interface StoreValues {
  subject: FieldSubject
  /** The lead, event or payment, which the caller holds and which there is. */
  id: string
  /** By the key of their field; null clears one. Fields that are not named stay as they are. */
  values: Readonly<Record<string, unknown>>
  /** What stands before a field's key in the path of a problem; `values` unless said. */
  path?: string
}

/**
 * Writes what a person says of the organization's own fields to a row, and answers the labels of the fields that changed by it. Only the
 * fields named are written, so that two who write different ones at the same moment both are right. BAD_USER_INPUT where the row would
 * lack a field that has to be answered.
 */
export async function storeValues(tx: Tx, { subject, id, values, path = 'values' }: StoreValues): Promise<string[]> {
  const table = tableOf[subject]
  const [fields, [row]] = await Promise.all([
    listFields(tx, subject),
    tx.query<{ held: FieldValues }>(`select custom_fields as held from ${table} where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
    ]),
  ])
  const held = row?.held ?? {}
  const verdict = judgeValues(fields, values, { held, path })
  await holdOptions(tx, fields, [verdict.set])
  const changed = fields.filter(({ key }) => changes(key, held, verdict))
  if (changed.length === 0) return []
  await tx.query(
    `update ${table} set custom_fields = (custom_fields || $3::text::jsonb) - $4::text[] where organization_id = $1 and id = $2`,
    [tx.organizationId, id, JSON.stringify(verdict.set), verdict.cleared],
  )
  return changed.map(({ label }) => label)
}

const changes = (key: string, held: FieldValues, { set, cleared }: ValuesVerdict): boolean =>
  cleared.includes(key) ? Object.hasOwn(held, key) : Object.hasOwn(set, key) && !isDeepStrictEqual(set[key], held[key])

/** Holds the options that are being written to any rows, so that none of them goes as one that nothing has. */
export async function holdOptions(tx: Tx, fields: readonly FieldRow[], rows: readonly FieldValues[]): Promise<void> {
  const chosen = fields
    .filter(({ kind }) => kind === 'select' || kind === 'multi_select')
    .flatMap(({ id, key }) => {
      const options = new Set(rows.flatMap((set) => (Object.hasOwn(set, key) ? optionsIn(set[key]) : [])))
      return [...options].map((option) => ({ fieldId: id, option }))
    })
  if (chosen.length === 0) return
  const there = await tx.query(
    `select 1 from custom_field_options o join unnest($2::uuid[], $3::text[]) as c (field_id, key) on c.field_id = o.field_id and c.key = o.key
     where o.organization_id = $1 for key share of o`,
    [tx.organizationId, chosen.map(({ fieldId }) => fieldId), chosen.map(({ option }) => option)],
  )
  if (there.length < chosen.length) throw conflict('An option of these was just removed. Reload to see what there is to choose.')
}
