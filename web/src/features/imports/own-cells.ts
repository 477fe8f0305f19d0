import { digitsOfCurrency, readValue, type FieldDefinition, type FieldValue } from '@clinch/schema/fields'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { readNumberText } from '../../lib/read-number-text.ts'

/** What a cell says of an own field; null where it is empty. */
type Cell = { ok: true; value: FieldValue | null } | { ok: false; problem: string }

const yes = new Set(['yes', 'y', 'true', '1', 'x'])
const no = new Set(['no', 'n', 'false', '0'])

/** What stands where a list of choices is parted. */
const betweenChoices = /[;,|\n]/

const shown = (text: string): string => `“${text.slice(0, 60)}”`

/** The currency that an amount is written with, at either end; the organization's where there is none. */
function currencyOf(text: string, usual: string): string {
  const code = (/^[A-Z]{3}\b/i.exec(text) ?? /\b[A-Z]{3}$/i.exec(text))?.[0].toUpperCase()
  return code !== undefined && digitsOfCurrency(code) !== null ? code : usual
}

/** An option by its label or its key, letter case aside. */
const keyOf = ({ options }: FieldDefinition, text: string): string | undefined => {
  const wanted = text.trim().toLowerCase()
  const is = (each: string) => each.toLowerCase() === wanted
  return (options.find(({ label }) => is(label)) ?? options.find(({ key }) => is(key)))?.key
}

/** A cell as the value of its field's kind, to be judged. What cannot be read is passed on, or said. */
function toValue(field: FieldDefinition, text: string, currency: string): { value: unknown } | { problem: string } {
  switch (field.kind) {
    case 'number': {
      const number = readNumberText(text)
      return number === null ? { problem: `${shown(text)} is no number` } : { value: number }
    }
    case 'boolean': {
      const word = text.toLowerCase()
      return yes.has(word) || no.has(word)
        ? { value: yes.has(word) }
        : { problem: `${shown(text)} is neither yes nor no` }
    }
    case 'money': {
      const inCurrency = currencyOf(text, currency)
      const read = readMoneyText(text, inCurrency, { signed: true })
      return read.ok
        ? { value: { amount: read.amount, currency: inCurrency } }
        : { problem: `${shown(text)} is no amount` }
    }
    case 'select': {
      const key = keyOf(field, text)
      return key === undefined ? { problem: `${shown(text)} is none of the options` } : { value: key }
    }
    case 'multi_select': {
      const whole = keyOf(field, text)
      if (whole !== undefined) return { value: [whole] }
      const choices = text.split(betweenChoices).filter((choice) => choice.trim() !== '')
      const strange = choices.find((choice) => keyOf(field, choice) === undefined)
      if (strange !== undefined) return { problem: `${shown(strange.trim())} is none of the options` }
      return { value: choices.map((choice) => keyOf(field, choice)) }
    }
    default:
      return { value: text }
  }
}

/** Reads a cell as its field's kind, in words for a person where it is none. `currency` is that of amounts which name none. */
export function readCell(field: FieldDefinition, written: string, currency: string): Cell {
  const text = written.trim()
  if (text === '') return { ok: true, value: null }
  const read = toValue(field, text, currency)
  if ('problem' in read) return { ok: false, problem: `${field.label}: ${read.problem}` }
  const reading = readValue(field, read.value)
  if (reading.ok) return { ok: true, value: reading.value }
  return { ok: false, problem: `${field.label}: ${shown(text)}. ${reading.message.replace(/\.$/, '')}` }
}
