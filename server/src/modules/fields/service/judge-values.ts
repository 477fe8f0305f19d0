import { judgeFields, unanswered, type FieldValues } from '@clinch/schema/fields'
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

export interface JudgedRow {
  /** What the row has already. */
  held?: FieldValues
  /** What stands before a field's key in the path of a problem. */
  path?: string
}

type Judged = { verdict: ValuesVerdict; problems?: undefined } | { verdict?: undefined; problems: FieldProblem[] }

/**
 * Judges values posted for a row, each by its field: what is blank is cleared. A field that does not exist or is retired is a problem at
 * `<path>.<key>`, as is what is not of its kind. An option that is retired may stay where it is.
 */
export function judgePosted(
  fields: readonly FieldRow[],
  posted: Readonly<Record<string, unknown>>,
  { held = {}, path = 'values' }: JudgedRow = {},
): Judged {
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
  if (!verdict.values || problems.length > 0) return { problems }
  const { values } = verdict
  return { verdict: { set: values, cleared: Object.keys(asked).filter((key) => !Object.hasOwn(values, key)) } }
}

/** The fields that a row with these values lacks, and that people have to answer. */
const lacking = (fields: readonly FieldRow[], values: FieldValues, path: string): FieldProblem[] =>
  fields
    .filter(({ key, required, retiredAt }) => required && retiredAt === null && !Object.hasOwn(values, key))
    .map((field) => unanswered(field, path))

/** Judges values that a person posts for a row, and that no field is left without one that has to be answered. Problems are BAD_USER_INPUT. */
export function judgeValues(fields: readonly FieldRow[], posted: Readonly<Record<string, unknown>>, row: JudgedRow = {}): ValuesVerdict {
  const { held = {}, path = 'values' } = row
  const { verdict, problems } = judgePosted(fields, posted, row)
  if (!verdict) throw badInput(problems)
  const stands = Object.entries({ ...held, ...verdict.set }).filter(([key]) => !verdict.cleared.includes(key))
  const missing = lacking(fields, Object.fromEntries(stands), path)
  if (missing.length > 0) throw badInput(missing)
  return verdict
}
