import {
  fieldKinds,
  fromTypedValue,
  optionColors,
  readValue,
  type FieldDefinition,
  type FieldKind,
  type FieldOption,
  type FieldValues,
} from '@clinch/schema/fields'
import { graphql } from '../../apollo/generated/index.ts'
import type {
  CustomFieldParts_FieldFragment,
  CustomFieldValueParts_ValueFragment,
} from '../../apollo/generated/graphql.ts'
import { fromEnum } from '../../lib/enum-names.ts'

// Operations spread them by their names.
graphql(`
  fragment CustomFieldParts_field on CustomField {
    id
    key
    kind
    label
    help
    required
    retiredAt
    options {
      key
      label
      color
      retired
    }
  }
`)
graphql(`
  fragment CustomFieldValueParts_value on CustomFieldValue {
    key
    kind
    label
    retired
    text
    number
    boolean
    money {
      amount
      currency
    }
    options
    chosen {
      key
      label
      color
      retired
    }
  }
`)

/** A field as the API answers it. */
export type WireField = CustomFieldParts_FieldFragment
/** A value as the API answers it. */
export type WireValue = CustomFieldValueParts_ValueFragment

export const kindOf = ({ kind }: Pick<WireField, 'kind'>): FieldKind => fromEnum(fieldKinds, kind)

/** An option as it is judged and edited. */
export const toOption = ({ key, label, color }: WireField['options'][number]): FieldOption => ({
  key,
  label,
  color: color && fromEnum(optionColors, color),
})

/** A field as values are judged and asked for by it. `held` are the keys of options that may stay although they are retired. */
export const toDefinition = (field: WireField, held: readonly string[] = []): FieldDefinition => ({
  key: field.key,
  kind: kindOf(field),
  label: field.label,
  help: field.help,
  required: field.required,
  shownIf: null,
  options: field.options.filter(({ key, retired }) => !retired || held.includes(key)).map(toOption),
})

/** The field of a value with what was chosen of it: enough to say the value in words. */
export const definitionOf = (value: WireValue): FieldDefinition => ({
  key: value.key,
  kind: kindOf(value),
  label: value.label,
  help: null,
  required: false,
  shownIf: null,
  options: value.chosen.map(toOption),
})

/** Values by the key of their field. */
export const toValues = (values: readonly WireValue[]): FieldValues =>
  Object.fromEntries(
    values.flatMap((value) => {
      const reading = readValue(definitionOf(value), fromTypedValue(value))
      return reading.ok && reading.value !== null ? [[value.key, reading.value]] : []
    }),
  )

/** The keys of the options that are chosen. */
export const heldOptions = (values: readonly WireValue[]): string[] =>
  values.flatMap(({ chosen }) => chosen.map(({ key }) => key))
