import type { FieldDefinition, FieldProblem, FieldValue, FieldValues } from './field-definition.ts'
import { readValue } from './read-value.ts'

export type FieldsVerdict = { values: FieldValues; problems?: undefined } | { values?: undefined; problems: FieldProblem[] }

export interface FieldsContext {
  /** Values beside the fields that a shown-if may ask for, such as the standard questions of a form. */
  beside?: FieldValues
  /** What stands before a field's key in the path of a problem; `fields` unless said. */
  path?: string
}

/** Whether a value is one of those that a shown-if asks for. */
function matches(value: FieldValue | undefined, anyOf: readonly string[]): boolean {
  if (typeof value === 'boolean') return anyOf.includes(String(value))
  if (typeof value === 'string') return anyOf.includes(value)
  return Array.isArray(value) && value.some((chosen) => anyOf.includes(String(chosen)))
}

/**
 * Whether a field is shown beside these values. Values of fields that are hidden themselves must not be among them: `shownFields` and
 * `judgeFields` see to that.
 */
export function isShown({ shownIf }: Pick<FieldDefinition, 'shownIf'>, values: FieldValues): boolean {
  if (!shownIf) return true
  return matches(Object.hasOwn(values, shownIf.fieldKey) ? values[shownIf.fieldKey] : undefined, shownIf.anyOf)
}

/** The fields that are shown for these values, in their order. A field that hangs on a hidden one is hidden with it. */
export function shownFields<Field extends FieldDefinition>(
  definitions: readonly Field[],
  values: FieldValues,
  beside: FieldValues = {},
): Field[] {
  const seen = new Map(Object.entries(beside))
  return definitions.filter((field) => {
    if (!isShown(field, Object.fromEntries(seen))) return false
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    if (value !== undefined) seen.set(field.key, value)
    return true
  })
}

/** What is said of a field that has to be answered and is not. */
export const unanswered = ({ key, label }: Pick<FieldDefinition, 'key' | 'label'>, path: string): FieldProblem => ({
  path: `${path}.${key}`,
  message: `“${label}” has to be answered.`,
  code: 'REQUIRED',
})

/**
 * Judges the values posted for an organization's fields: each is read as its kind, one that is required and shown must be there, and one
 * that is hidden or that no field has is refused. Blank and null are no value. Answers what is to be stored, or every problem by its path.
 */
export function judgeFields(
  definitions: readonly FieldDefinition[],
  posted: Readonly<Record<string, unknown>>,
  { beside = {}, path = 'fields' }: FieldsContext = {},
): FieldsVerdict {
  const problems: FieldProblem[] = []
  const refuse = (key: string, message: string) => problems.push({ path: `${path}.${key}`, message })
  const known = new Set(definitions.map(({ key }) => key))
  const values = new Map<string, FieldValue>()
  for (const key of Object.keys(posted)) if (!known.has(key)) refuse(key, 'There is no such field.')

  for (const field of definitions) {
    const reading = readValue(field, Object.hasOwn(posted, field.key) ? posted[field.key] : null)
    const blank = reading.ok && reading.value === null
    if (!isShown(field, { ...beside, ...Object.fromEntries(values) })) {
      if (!blank) refuse(field.key, `“${field.label}” is not asked here.`)
    } else if (!reading.ok) {
      refuse(reading.at === undefined ? field.key : `${field.key}.${reading.at}`, reading.message)
    } else if (reading.value !== null) {
      values.set(field.key, reading.value)
    } else if (field.required) {
      problems.push(unanswered(field, path))
    }
  }
  return problems.length > 0 ? { problems } : { values: Object.fromEntries(values) }
}

/**
 * What still stands of values given under another definition, or before an answer changed: those of fields that are there, shown, and can
 * hold them. The rest is dropped.
 */
export function standingValues(
  definitions: readonly FieldDefinition[],
  given: Readonly<Record<string, unknown>>,
  beside: FieldValues = {},
): FieldValues {
  const values = new Map<string, FieldValue>()
  for (const field of definitions) {
    if (!isShown(field, { ...beside, ...Object.fromEntries(values) })) continue
    const reading = readValue(field, Object.hasOwn(given, field.key) ? given[field.key] : null)
    if (reading.ok && reading.value !== null) values.set(field.key, reading.value)
  }
  return Object.fromEntries(values)
}
