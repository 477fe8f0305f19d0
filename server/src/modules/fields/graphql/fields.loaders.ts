import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { countUses } from '../service/count-uses.ts'
import { type FieldRow, loadFields } from '../service/field-row.ts'
import { type HeldValues, loadValues } from '../service/load-values.ts'
import { fieldValuesOf } from '../../../graphql-kit/field-value.type.ts'
import type { FieldSubject } from '../service/field-row.ts'
import type { Tx } from '../../../database/tx.ts'
import type { CustomFieldValue } from './custom-field.type.ts'

export const fieldById = defineLoader<FieldRow | null>(loadFields, null)
export const usesOfField = defineLoader<number>(countUses, 0)

/** What leads, events and payments have of the organization's own fields, by their ids. */
export const customFieldsOf = {
  lead: defineLoader<readonly CustomFieldValue[]>(valuesOf('lead'), []),
  event: defineLoader<readonly CustomFieldValue[]>(valuesOf('event'), []),
  payment: defineLoader<readonly CustomFieldValue[]>(valuesOf('payment'), []),
}

function valuesOf(subject: FieldSubject) {
  const load = loadValues(subject)
  return async (tx: Tx, ids: readonly string[]) => new Map([...(await load(tx, ids))].map(([id, held]) => [id, toCustomFieldValues(held)]))
}

function toCustomFieldValues({ fields, values }: HeldValues): CustomFieldValue[] {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  return fieldValuesOf(fields, values).map((value) => {
    const field = byKey.get(value.key)
    const held: readonly unknown[] = [values[value.key]].flat()
    return Object.assign(value, {
      label: field?.label ?? value.key,
      retired: field ? field.retiredAt !== null : true,
      chosen: field?.options.filter(({ key }) => held.includes(key)) ?? [],
    })
  })
}
