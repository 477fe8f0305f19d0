import {
  hasOptions,
  type FieldDefinition,
  type FieldKind,
  type FieldValue,
  type FieldValues,
  type MoneyValue,
} from '@clinch/schema/fields'
import { moneyText, readMoneyText } from './read-money-text.ts'
import { readNumberText } from './read-number-text.ts'

/** What stands in the control of an own field: text as typed, also of numbers and money; null is not answered. */
export type FieldAnswer = string | boolean | MoneyValue | readonly string[] | null

/** Answers by the key of their field. One that is hidden keeps its answer, which is not sent. */
export type FieldAnswers = Readonly<Record<string, FieldAnswer>>

const isList = (value: FieldValue | FieldAnswer): value is readonly string[] => Array.isArray(value)

const isMoney = (value: FieldValue | FieldAnswer): value is MoneyValue =>
  typeof value === 'object' && value !== null && !isList(value)

/** Money as people write it, or with the text itself, which is then refused as no amount. */
function readMoney({ amount, currency }: MoneyValue): MoneyValue {
  const read = readMoneyText(amount, currency, { signed: true })
  return { amount: read.ok ? read.amount : amount, currency }
}

/** What an answer says as a value of its kind; null for nothing. What cannot be read is passed on, so that the one definition refuses it. */
function toValue(kind: FieldKind, answer: FieldAnswer): FieldValue | null {
  if (answer === null || (isList(answer) && answer.length === 0)) return null
  if (typeof answer === 'string') {
    if (answer.trim() === '') return null
    return kind === 'number' ? (readNumberText(answer) ?? answer) : answer
  }
  if (isMoney(answer)) return answer.amount.trim() === '' ? null : readMoney(answer)
  return answer
}

/** Answers as values. Those of fields that are not in the definition are left out. */
export const toValues = (
  definitions: readonly Pick<FieldDefinition, 'key' | 'kind'>[],
  answers: FieldAnswers,
): FieldValues =>
  Object.fromEntries(
    definitions.flatMap(({ key, kind }) => {
      const value = toValue(kind, answers[key] ?? null)
      return value === null ? [] : [[key, value]]
    }),
  )

function toAnswer(value: FieldValue): FieldAnswer {
  if (typeof value === 'number') return String(value)
  if (isMoney(value)) return { amount: moneyText(value), currency: value.currency }
  return value
}

/** Filed values as answers to begin an amendment with. */
export const toAnswers = (values: FieldValues): FieldAnswers =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, toAnswer(value)]))

/** Answers without choices that the definition has no more. */
export const fittingAnswers = (definitions: readonly FieldDefinition[], answers: FieldAnswers): FieldAnswers => {
  const fields = new Map(definitions.map((field) => [field.key, field]))
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      const field = fields.get(key)
      if (!field || !hasOptions(field.kind)) return [key, answer]
      const isThere = (option: string) => field.options.some((each) => each.key === option)
      if (isList(answer)) return [key, answer.filter(isThere)]
      return [key, typeof answer === 'string' && isThere(answer) ? answer : null]
    }),
  )
}
