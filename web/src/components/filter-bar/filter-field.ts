import type { Period } from '../../lib/period.ts'
import type { Option } from '../option.ts'

/** A filter that is any number of values. */
export interface ChoicesField {
  kind: 'choices'
  /** `Closer`; no two fields of a bar share one. */
  label: string
  /** With nothing to choose from and nothing chosen, the field is left out. */
  options: readonly Option[]
  selected: readonly string[]
  /** Filters by these instead; by none, it is off. */
  change: (values: readonly string[]) => void
}

/** A filter that is a period of days. */
export interface PeriodField {
  kind: 'period'
  label: string
  /** Null where it is off. */
  period: Period | null
  change: (period: Period | null) => void
}

/** A filter that is on or off. */
export interface FlagField {
  kind: 'flag'
  label: string
  /** What it asks for when it is on, as a chip says it: `Overdue`. */
  value: string
  on: boolean
  change: (on: boolean) => void
}

/** A filter that is a text in what is looked for. */
export interface TextField {
  kind: 'text'
  label: string
  /** Empty where it is off. */
  text: string
  change: (text: string) => void
}

/** A filter that is a span of numbers or of amounts; an empty bound is none. */
export interface RangeField {
  kind: 'range'
  label: string
  from: string
  to: string
  /** Stands beside the bounds, such as a currency. */
  unit?: string
  /** Both empty takes it off. */
  change: (from: string, to: string) => void
}

/** Something that a list can be filtered by, and how it stands. */
export type FilterField = ChoicesField | PeriodField | FlagField | TextField | RangeField

/** Fields beside others, with a label of their own where another has theirs. */
export function beside(fields: readonly FilterField[], more: readonly FilterField[]): FilterField[] {
  const taken = new Set(fields.map(({ label }) => label.toLowerCase()))
  return [
    ...fields,
    ...more.map((field) =>
      taken.has(field.label.toLowerCase()) ? { ...field, label: `${field.label} (field)` } : field,
    ),
  ]
}

export const choicesField = (
  label: string,
  options: readonly Option[],
  selected: readonly string[],
  change: ChoicesField['change'],
): ChoicesField => ({ kind: 'choices', label, options, selected, change })

/** A choice among words that are known beforehand, offered in the order in which they are given. */
export function wordsField<Value extends string>(
  label: string,
  words: ReadonlyMap<Value, string>,
  selected: readonly Value[],
  change: (values: readonly Value[]) => void,
): ChoicesField {
  const values = [...words.keys()]
  const options = [...words].map(([value, word]) => ({ value, label: word }))
  return choicesField(label, options, selected, (chosen) => change(values.filter((value) => chosen.includes(value))))
}

export const periodField = (label: string, period: Period | null, change: PeriodField['change']): PeriodField => ({
  kind: 'period',
  label,
  period,
  change,
})

export const flagField = (label: string, value: string, on: boolean, change: FlagField['change']): FlagField => ({
  kind: 'flag',
  label,
  value,
  on,
  change,
})

/** The values of a closed set in words, in the order of the set. */
export const wordsOf = <Value extends string>(values: readonly Value[], wordOf: (value: Value) => string) =>
  new Map(values.map((value) => [value, wordOf(value)]))
