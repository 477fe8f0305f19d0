/** The kinds of fields that an organization can make for itself. */
export const fieldKinds = [
  'text',
  'long_text',
  'number',
  'money',
  'select',
  'multi_select',
  'boolean',
  'date',
  'email',
  'phone',
  'url',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What an option, an outcome or a status can be marked with; each is drawn in both themes. */
export const optionColors = ['slate', 'blue', 'green', 'teal', 'gold', 'rust', 'wine', 'lilac'] as const
export type OptionColor = (typeof optionColors)[number]

/** One choice of a select or multi-select. */
export interface FieldOption {
  /** What is stored; it stays when the label changes. */
  key: string
  label: string
  color: OptionColor | null
}

/** Shows a field where an earlier one has one of these values: an option's key, or `true` and `false` of a yes-or-no. */
export interface ShownIf {
  fieldKey: string
  anyOf: readonly string[]
}

/** A field that an organization made. The order of a list of these is the order in which they are asked. */
export interface FieldDefinition {
  /** Lower case letters, digits and `_`, a letter first: what a value is stored and filtered by. */
  key: string
  kind: FieldKind
  label: string
  help: string | null
  /** Has to be answered where it is shown. */
  required: boolean
  /** Of a select or multi-select; empty for other kinds. */
  options: readonly FieldOption[]
  shownIf: ShownIf | null
}

/** Money as it is stored and sent: an exact decimal in major units, and an ISO 4217 currency. */
export interface MoneyValue {
  amount: string
  currency: string
}

/**
 * What a field can hold, by its kind: a number; `true` or `false`; money; the keys of the chosen options of a multi-select; for any other a
 * text (an option's key, a day as YYYY-MM-DD, an address).
 */
export type FieldValue = string | number | boolean | MoneyValue | readonly string[]

/** Values by the key of their field. A field without a value has no entry. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** Something that is not as it has to be, named by its path, with words for a person. */
export interface FieldProblem {
  path: string
  message: string
  /** Of a field that has to be answered and is not. */
  code?: 'REQUIRED'
}

export const fieldLimits = {
  fields: 100,
  options: 100,
  keyLength: 40,
  labelLength: 120,
  helpLength: 500,
  textLength: 500,
  longTextLength: 10_000,
  urlLength: 2_000,
  /** Either side of nothing. */
  largestNumber: 1e15,
} as const

export const hasOptions = (kind: FieldKind): boolean => kind === 'select' || kind === 'multi_select'
