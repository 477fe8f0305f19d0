import { judgeFields, type FieldValues } from '@clinch/schema/fields'
import { badInput, type FieldProblem } from '../../../kernel/errors.ts'
import { definitionOf, type FieldRow } from './field-row.ts'

/** What is to be written of a row's values. */
export interface ValuesVerdict {
  set: FieldValues
  /** Keys of fields that have no value any more. */
  cleared: string[]
}

/** The keys of options that a value holds. */
export const optionsIn = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string')

/**
 * Judges values posted for a row that has these already, each by its field: what is blank is cleared. A field that does not exist or is
 * retired is BAD_USER_INPUT at `<path>.<key>`, as is what is not of its kind. An option that is retired may stay where it is.
 */
export function judgeValues(
  fields: readonly FieldRow[],
  posted: Readonly<Record<string, unknown>>,
  { held = {}, path = 'values' }: { held?: FieldValues; path?: string } = {},
): ValuesVerdict {
  const problems: FieldProblem[] = fields
    .filter(({ key, retiredAt }) => retiredAt !== null && Object.hasOwn(posted, key))
    .map(({ key, label }) => ({ path: `${path}.${key}`, message: `“${label}” is retired. Bring it back before it is written to.` }))
  const retired = new Set(problems.map((problem) => problem.path))
  const asked = Object.fromEntries(Object.entries(posted).filter(([key]) => !retired.has(`${path}.${key}`)))
  const verdict = judgeFields(
    fields
      .filter(({ key, retiredAt }) => retiredAt === null && Object.hasOwn(asked, key))
      .map((field) => definitionOf(field, Object.hasOwn(held, field.key) ? optionsIn(held[field.key]) : [])),
    asked,
    { path },
  )
  problems.push(...(verdict.problems ?? []))
  if (!verdict.values || problems.length > 0) throw badInput(problems)
  const { values } = verdict
  return { set: values, cleared: Object.keys(asked).filter((key) => !Object.hasOwn(values, key)) }
}
