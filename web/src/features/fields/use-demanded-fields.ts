import type { FieldDefinition } from '@clinch/schema/fields'
import { useMemo } from 'react'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { toDefinition, type WireField, type WireValue } from './field-parts.ts'
import { useCustomFields } from './use-custom-fields.ts'

/** The fields that somebody who enters a record has to answer. */
export const demandedOf = (fields: readonly WireField[]): readonly FieldDefinition[] =>
  fields.filter(({ required }) => required).map((field) => toDefinition(field))

/** The organization's own fields of records, as values are judged by them. */
export function useFieldDefinitions(subject: CustomFieldSubject): readonly FieldDefinition[] {
  const fields = useCustomFields(subject)
  return useMemo(() => fields.map((field) => toDefinition(field)), [fields])
}

const none: readonly WireValue[] = []

/** The fields that somebody who changes a record has to answer, since it has no value of them. */
export function useDemandedFields(
  subject: CustomFieldSubject,
  values: readonly WireValue[] = none,
): readonly FieldDefinition[] {
  const fields = useCustomFields(subject)
  return useMemo(() => {
    const held = new Set(values.map(({ key }) => key))
    return demandedOf(fields.filter(({ key }) => !held.has(key)))
  }, [fields, values])
}
