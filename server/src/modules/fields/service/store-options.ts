import { customFieldOptions } from '@clinch/drizzle/tables'
import type { FieldOption } from '@clinch/schema/fields'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { badInput } from '../../../kernel/errors.ts'
import type { FieldRow, OptionRow } from './field-row.ts'
import type { OptionText } from './field-schemas.ts'
import { freeKey } from './free-key.ts'
import { tableOf } from './subject-tables.ts'

/** Options as they are to be judged: one without a key is new and gets one; a key must be that of an option that there is. */
export function optionsWithKeys(given: readonly OptionText[], known: readonly OptionRow[]): FieldOption[] {
  const keys = new Set(known.map(({ key }) => key))
  const strange = given.findIndex(({ key }) => key && !keys.has(key))
  if (strange >= 0)
    throw badInput([{ path: `options.${strange}.key`, message: 'There is no such option. Leave the key out for a new one.' }])
  return given.map(({ key, label, color = null }) => {
    const own = key || freeKey(label, keys, 'option')
    keys.add(own)
    return { key: own, label, color }
  })
}

/** Stores the options of a field as they are listed. Of those that are not, the ones in use are retired, and the others go. */
export async function storeOptions(
  tx: Tx,
  field: Pick<FieldRow, 'id' | 'subject' | 'key' | 'kind' | 'options'>,
  wanted: readonly FieldOption[],
): Promise<void> {
  const mine = { organizationId: tx.organizationId, fieldId: field.id }
  const keys = new Set(wanted.map(({ key }) => key))
  await takeAway(
    tx,
    field,
    field.options.map(({ key }) => key).filter((key) => !keys.has(key)),
  )
  for (const [position, { key, label, color }] of wanted.entries()) {
    await tx.db
      .insert(customFieldOptions)
      .values({ ...mine, key, label, color, position })
      .onConflictDoUpdate({
        target: [customFieldOptions.organizationId, customFieldOptions.fieldId, customFieldOptions.key],
        set: { label, color, position, retiredAt: null },
      })
  }
}

async function takeAway(tx: Tx, field: Pick<FieldRow, 'id' | 'subject' | 'key'>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  // Whoever is writing one of them now holds it; what they wrote is seen by the next statement.
  await tx.query(`select 1 from custom_field_options where organization_id = $1 and field_id = $2 and key = any($3::text[]) for update`, [
    tx.organizationId,
    field.id,
    keys,
  ])
  const inUse = await optionsInUse(tx, field, keys)
  const unused = keys.filter((key) => !inUse.has(key))
  if (unused.length > 0) {
    await tx.db
      .delete(customFieldOptions)
      .where(
        and(
          eq(customFieldOptions.organizationId, tx.organizationId),
          eq(customFieldOptions.fieldId, field.id),
          inArray(customFieldOptions.key, unused),
        ),
      )
  }
  await tx.query(
    `update custom_field_options set retired_at = now()
     where organization_id = $1 and field_id = $2 and key = any($3::text[]) and retired_at is null`,
    [tx.organizationId, field.id, [...inUse]],
  )
}

/** Those of the options of a field that anything has: one look through the rows for all of them, since whoever writes one waits meanwhile. */
export async function optionsInUse(
  tx: Tx,
  { subject, key }: Pick<FieldRow, 'subject' | 'key'>,
  options: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ key: string }>(
    `select distinct o.key from ${tableOf[subject]} r
     cross join lateral (select r.custom_fields -> $2::text as value) v
     cross join lateral jsonb_array_elements_text(case jsonb_typeof(v.value) when 'array' then v.value else jsonb_build_array(v.value) end) as o (key)
     where r.organization_id = $1 and r.custom_fields <> '{}'::jsonb and v.value ?| $3::text[] and o.key = any($3::text[])`,
    [tx.organizationId, key, options],
  )
  return new Set(rows.map((row) => row.key))
}
