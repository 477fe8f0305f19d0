import type { Conditions } from '../../../database/conditions.ts'

/** What a list asks of a field: that it has a value or none, or which. Bounds are included; null is no bound. */
export type FieldTest =
  | { kind: 'set'; isSet: boolean }
  /** A text or the key of a select's option is one of these. */
  | { kind: 'text'; anyOf: readonly string[] }
  | { kind: 'contains'; pattern: string }
  /** A multi-select holds one of these. */
  | { kind: 'options'; anyOf: readonly string[] }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'number'; from: number | null; to: number | null }
  | { kind: 'money'; currency: string; from: string | null; to: string | null }
  | { kind: 'date'; from: string | null; to: string | null }

export interface FieldCondition {
  key: string
  test: FieldTest
}

/**
 * Adds what is asked of the organization's own fields to a list's conditions; `column` is the qualified `custom_fields`. What asks for a
 * value says so in the words of the partial index of rows that have any.
 */
export function addFieldConditions(conditions: Conditions, column: string, wanted: readonly FieldCondition[] | undefined): Conditions {
  for (const { key, test } of wanted ?? []) {
    const value = `${column} -> ${conditions.place(key)}::text`
    if (test.kind !== 'set' || test.isSet) conditions.always(`${column} <> '{}'::jsonb`)
    conditions.always(writeTest(conditions, value, test))
  }
  return conditions
}

function writeTest(conditions: Conditions, value: string, test: FieldTest): string {
  const text = `((${value}) #>> '{}')`
  switch (test.kind) {
    case 'set':
      return `(${value}) is ${test.isSet ? 'not null' : 'null'}`
    case 'text':
      return `${text} = any(${conditions.place(test.anyOf)}::text[])`
    case 'contains':
      return `${text} ilike ${conditions.place(test.pattern)}`
    case 'options':
      return `(${value}) ?| ${conditions.place(test.anyOf)}::text[]`
    case 'boolean':
      return `(${value}) = to_jsonb(${conditions.place(test.value)}::boolean)`
    case 'number': {
      // What stands under the key in a row of another kind is never read as a number.
      const number = `(case when jsonb_typeof(${value}) = 'number' then ${text}::numeric end)`
      return between(conditions, number, test, 'numeric')
    }
    case 'money': {
      const amount = `(case when jsonb_typeof(${value}) = 'object' then ((${value}) ->> 'amount')::numeric end)`
      return `(${value}) ->> 'currency' = ${conditions.place(test.currency)}::text and ${between(conditions, amount, test, 'numeric')}`
    }
    case 'date':
      // Days are written so that their texts are in their order.
      return between(conditions, `(${text} collate "C")`, test, 'text')
  }
}

function between(
  conditions: Conditions,
  value: string,
  { from, to }: { from: number | string | null; to: number | string | null },
  type: 'numeric' | 'text',
): string {
  const bounds = [
    ...(from === null ? [] : [`${value} >= ${conditions.place(String(from))}::text::${type}`]),
    ...(to === null ? [] : [`${value} <= ${conditions.place(String(to))}::text::${type}`]),
  ]
  return bounds.length === 0 ? `${value} is not null` : bounds.join(' and ')
}
