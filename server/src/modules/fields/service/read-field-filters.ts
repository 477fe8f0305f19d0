import { readMinor, readValue, type FieldDefinition, type FieldKind, type FieldValue, type MoneyValue } from '@clinch/schema/fields'
import type { Tx } from '../../../database/tx.ts'
import { badInput } from '../../../kernel/errors.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { sightOf } from '../../organizations/service/index.ts'
import { isContact, isFreeText } from './contact-fields.ts'
import type { FieldCondition, FieldTest } from './field-condition.ts'
import { definitionOf, type FieldRow, type FieldSubject, listFields } from './field-row.ts'

/** Each costs a look into every row that the rest of the filter leaves. */
const mostFieldFilters = 5

interface Range<Bound> {
  equals?: Bound | null | undefined
  from?: Bound | null | undefined
  to?: Bound | null | undefined
}

/** What a caller asks of one field: one of these comparisons, that of its kind. */
export interface FieldFilter {
  key: string
  isSet?: boolean | null | undefined
  text?:
    | { equals?: string | null | undefined; anyOf?: readonly string[] | null | undefined; contains?: string | null | undefined }
    | null
    | undefined
  options?: readonly string[] | null | undefined
  number?: Range<number> | null | undefined
  money?: (Range<string> & { currency: string }) | null | undefined
  boolean?: boolean | null | undefined
  date?: Range<string> | null | undefined
}

type Comparison = Exclude<keyof FieldFilter, 'key' | 'isSet'>
const comparisons: readonly Comparison[] = ['text', 'options', 'number', 'money', 'boolean', 'date']

function comparisonOf(kind: FieldKind): Comparison {
  switch (kind) {
    case 'number':
    case 'money':
    case 'boolean':
    case 'date':
      return kind
    case 'select':
    case 'multi_select':
      return 'options'
    default:
      return 'text'
  }
}

/**
 * What a filter asks of an organization's own fields, as lists take it. A field that there is not, a comparison that is not of its kind and a
 * value that it could not hold are BAD_USER_INPUT at `<path>.<index>`, as are texts for a rep who is not shown how to reach leads. Retired fields can be filtered by: what has a value keeps it.
 */
export async function readFieldFilters(
  tx: Tx,
  subject: FieldSubject,
  given: readonly FieldFilter[] | null | undefined,
  path = 'filter.fields',
): Promise<FieldCondition[]> {
  if (!given || given.length === 0) return []
  if (given.length > mostFieldFilters) throw badInput([{ path, message: `At most ${mostFieldFilters} fields at once.` }])
  const [all, { leadContacts }] = await Promise.all([listFields(tx, subject), sightOf(tx)])
  // Whoever is not shown how to reach leads finds nobody by it.
  const fields = new Map(all.filter((field) => leadContacts || !isContact(field)).map((field) => [field.key, field]))
  return given.map((filter, index) => {
    const refuse: Refuse = (at, message) => {
      throw badInput([{ path: `${path}.${index}.${at}`, message }])
    }
    const field = fields.get(filter.key)
    if (!field) return refuse('key', 'There is no such field.')
    // What is kept back of a text could be found letter by letter.
    if (!leadContacts && filter.text && isFreeText(field))
      return refuse('text', 'You are not shown how to reach leads, so nothing is found by what is written here.')
    return { key: field.key, test: readTest(field, filter, refuse) }
  })
}

type Refuse = (at: string, message: string) => never

function readTest(row: FieldRow, filter: FieldFilter, refuse: Refuse): FieldTest {
  const said = [...comparisons, 'isSet' as const].filter((name) => filter[name] !== undefined && filter[name] !== null)
  const [name] = said
  if (name === undefined) return refuse('key', 'Say what is asked of this field.')
  if (said.length > 1) return refuse(said[1] ?? name, 'Ask one thing of a field at a time.')
  if (typeof filter.isSet === 'boolean') return { kind: 'set', isSet: filter.isSet }
  const fitting = comparisonOf(row.kind)
  if (name !== fitting) return refuse(name, `“${row.label}” is compared by \`${fitting}\`.`)
  const field = definitionOf(
    row,
    row.options.map(({ key }) => key),
  )
  const { text, options, number, money, boolean, date } = filter
  if (text) return readText(field, text, refuse)
  if (options) return readOptions(field, options, refuse)
  if (number)
    return { kind: 'number', ...readRange(number, (bound, at) => asNumber(read(field, bound, `number.${at}`, refuse)), 'number', refuse) }
  if (money) return readMoney(money, refuse)
  if (date) return { kind: 'date', ...readRange(date, (bound, at) => asText(read(field, bound, `date.${at}`, refuse)), 'date', refuse) }
  return { kind: 'boolean', value: boolean === true }
}

/** A value to compare with, as the field would keep it. */
function read(field: FieldDefinition, given: unknown, at: string, refuse: Refuse): FieldValue {
  const reading = readValue(field, given)
  if (!reading.ok) return refuse(at, reading.message)
  return reading.value ?? refuse(at, 'Say what to look for.')
}

const asNumber = (value: FieldValue): number => Number(value)
/** What a field that is no text keeps is never read as one. */
const asText = (value: FieldValue): string => (typeof value === 'string' ? value : '')

function readText(field: FieldDefinition, { equals, anyOf, contains }: NonNullable<FieldFilter['text']>, refuse: Refuse): FieldTest {
  const said = [equals, anyOf, contains].filter((each) => each !== undefined && each !== null)
  if (said.length !== 1) return refuse('text', 'Ask for one of `equals`, `anyOf` and `contains`.')
  if (typeof contains === 'string') {
    if (contains.trim() === '') return refuse('text.contains', 'Say what to look for.')
    return { kind: 'contains', pattern: likePattern(contains.trim()) }
  }
  if (typeof equals === 'string') return { kind: 'text', anyOf: [asText(read(field, equals, 'text.equals', refuse))] }
  if (!anyOf || anyOf.length === 0 || anyOf.length > 100) return refuse('text.anyOf', 'Name one to 100 texts.')
  return { kind: 'text', anyOf: anyOf.map((each) => asText(read(field, each, 'text.anyOf', refuse))) }
}

function readOptions(field: FieldDefinition, keys: readonly string[], refuse: Refuse): FieldTest {
  if (keys.length === 0) return refuse('options', 'Name an option at least.')
  const known = new Set(field.options.map(({ key }) => key))
  if (keys.some((key) => !known.has(key))) return refuse('options', `“${field.label}” has no such option.`)
  return { kind: field.kind === 'select' ? 'text' : 'options', anyOf: [...keys] }
}

function readMoney({ currency, ...range }: NonNullable<FieldFilter['money']>, refuse: Refuse): FieldTest {
  const bound = (amount: string, at: string): string => {
    const money: MoneyValue = { amount, currency }
    const reading = readMinor(money)
    if (!reading.ok) return refuse(reading.at === 'currency' ? 'money.currency' : `money.${at}`, reading.message)
    return amount.trim()
  }
  bound('0', 'from')
  return { kind: 'money', currency, ...readRange(range, bound, 'money', refuse) }
}

function readRange<Given, Bound extends number | string>(
  { equals, from, to }: Range<Given>,
  bound: (given: Given, at: 'equals' | 'from' | 'to') => Bound,
  name: Comparison,
  refuse: Refuse,
): { from: Bound | null; to: Bound | null } {
  if (equals !== undefined && equals !== null) {
    if ((from ?? to ?? null) !== null) return refuse(`${name}.equals`, 'Ask for one value, or for a span of them.')
    const only = bound(equals, 'equals')
    return { from: only, to: only }
  }
  const span = {
    from: from === undefined || from === null ? null : bound(from, 'from'),
    to: to === undefined || to === null ? null : bound(to, 'to'),
  }
  if (span.from === null && span.to === null && name !== 'money') return refuse(name, 'Say from where, to where, or both.')
  if (span.from !== null && span.to !== null && isAfter(span.from, span.to)) return refuse(`${name}.to`, 'A span ends after its beginning.')
  return span
}

/** Days in the order of their texts, all else in that of their numbers. */
const isAfter = (one: number | string, other: number | string): boolean =>
  typeof one === 'string' && one.includes('-', 1) ? one > other : Number(one) > Number(other)
