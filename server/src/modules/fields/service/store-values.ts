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
}

/**
 * Writes values of the organization's own fields to a row, and answers the labels of the fields that changed by it. Only the fields named
 * are written, so that two who write different ones at the same moment both are right.
 */
export async function storeValues(tx: Tx, { subject, id, values }: StoreValues): Promise<string[]> {
  const table = tableOf[subject]
  const [fields, [row]] = await Promise.all([
    listFields(tx, subject),
    tx.query<{ held: FieldValues }>(`select custom_fields as held from ${table} where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
    ]),
  ])
  const held = row?.held ?? {}
  const verdict = judgeValues(fields, values, { held })
  await holdOptions(tx, fields, verdict)
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

/** Holds the options that are being written, so that none of them goes as one that nothing has. */
async function holdOptions(tx: Tx, fields: readonly FieldRow[], { set }: ValuesVerdict): Promise<void> {
  const chosen = fields
    .filter(({ kind, key }) => (kind === 'select' || kind === 'multi_select') && Object.hasOwn(set, key))
    .flatMap(({ id, key }) => optionsIn(set[key]).map((option) => ({ fieldId: id, option })))
  if (chosen.length === 0) return
  const there = await tx.query(
    `select 1 from custom_field_options o join unnest($2::uuid[], $3::text[]) as c (field_id, key) on c.field_id = o.field_id and c.key = o.key
     where o.organization_id = $1 for key share of o`,
    [tx.organizationId, chosen.map(({ fieldId }) => fieldId), chosen.map(({ option }) => option)],
  )
  if (there.length < chosen.length) throw conflict('An option of these was just removed. Reload to see what there is to choose.')
}
