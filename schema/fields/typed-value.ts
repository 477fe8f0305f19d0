import type { FieldKind, FieldValue, MoneyValue } from './field-definition.ts'

/** A value as the API writes it: in the one member that is of its kind, the others null or left out. */
export interface TypedValue {
  /** Of a text, long text, date, e-mail address, phone number or web address, and the chosen option's key of a select. */
  text?: string | null
  number?: number | null
  boolean?: boolean | null
  money?: MoneyValue | null
  /** The keys of the chosen options of a multi-select. */
  options?: readonly string[] | null
}

/** The member that values of a kind stand in. */
export function memberOf(kind: FieldKind): keyof TypedValue {
  if (kind === 'number' || kind === 'boolean' || kind === 'money') return kind
  return kind === 'multi_select' ? 'options' : 'text'
}

/** A value as the API writes it. */
export const toTypedValue = (kind: FieldKind, value: FieldValue): TypedValue => ({ [memberOf(kind)]: value })

/** What was written, whichever member it stands in; null for nothing. Whether it is of its field's kind is `judgeFields`' to say. */
export function fromTypedValue({ text, number, boolean, money, options }: TypedValue): unknown {
  return text ?? number ?? boolean ?? money ?? options ?? null
}

/** How many members of it say something: more than one is no value. */
export const membersOf = ({ text, number, boolean, money, options }: TypedValue): number =>
  [text, number, boolean, money, options].filter((member) => member !== null && member !== undefined).length
