import { toTypedValue, type FieldDefinition, type FieldValues, type TypedValue } from '@clinch/schema/fields'

/** A value of an own field as the API takes it; one with no member clears the field. */
export type EnteredValue = { key: string } & Omit<TypedValue, 'options'> & { options?: string[] }

/** What is sent for these fields: those that have no value are cleared. */
export const toEntered = (
  fields: readonly Pick<FieldDefinition, 'key' | 'kind'>[],
  values: FieldValues,
): EnteredValue[] =>
  fields.map(({ key, kind }) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (value === undefined) return { key }
    const { options, ...typed } = toTypedValue(kind, value)
    return { key, ...typed, ...(options ? { options: [...options] } : {}) }
  })
