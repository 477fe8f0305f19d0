import { fromTypedValue, readValue, type FieldDefinition, type FieldValues } from '@clinch/schema/fields'
import { graphql } from '../../apollo/generated/index.ts'
import type { FieldValueParts_ValueFragment } from '../../apollo/generated/graphql.ts'

// Operations spread it by its name.
graphql(`
  fragment FieldValueParts_value on FieldValue {
    key
    text
    number
    boolean
    money {
      amount
      currency
    }
    options
  }
`)

/** Values of own fields as the API answers them, by the definition that they were filed under. */
export const toFieldValues = (
  definitions: readonly FieldDefinition[],
  values: readonly FieldValueParts_ValueFragment[],
): FieldValues =>
  Object.fromEntries(
    definitions.flatMap((field) => {
      const wire = values.find(({ key }) => key === field.key)
      const reading = readValue(field, wire ? fromTypedValue(wire) : null)
      return reading.ok && reading.value !== null ? [[field.key, reading.value]] : []
    }),
  )
