import { isDay } from '../lib/period.ts'
import type { FieldFilterInput } from './generated/graphql.ts'

/** What is asked of one of the organization's own fields, as an address holds it. */
export type FieldTerm =
  | { key: string; by: 'options'; options: readonly string[] }
  | { key: string; by: 'text'; contains: string }
  | { key: string; by: 'boolean'; value: boolean }
  /** Bounds are included; an empty one is none. */
  | { key: string; by: 'number' | 'date'; from: string; to: string }
  | { key: string; by: 'money'; currency: string; from: string; to: string }

const amount = /^-?\d{1,15}(\.\d{1,6})?$/

/** A span whose bounds are as they have to be, or are not there. */
function span(text: string, fits: (bound: string) => boolean): { from: string; to: string } | null {
  const [, from = '', to = ''] = /^(.*?)\.\.(.*)$/.exec(text) ?? []
  const isSpan = text.includes('..') && [from, to].every((bound) => bound === '' || fits(bound))
  return isSpan ? { from, to } : null
}

/** Reads `stage:options:hot,warm`, `budget:money:USD 100..500`, `note:text:ships`. Null for what this release does not understand. */
export function readFieldTerm(text: string): FieldTerm | null {
  const parts = /^([a-z][a-z0-9_]*):(options|text|boolean|number|date|money):(.+)$/s.exec(text)
  const [, key = '', by = '', rest = ''] = parts ?? []
  switch (by) {
    case 'options':
      return { key, by, options: rest.split(',').filter((option) => option !== '') }
    case 'text':
      return { key, by, contains: rest }
    case 'boolean':
      return { key, by, value: rest === 'yes' }
    case 'number':
    case 'date': {
      const bounds = span(rest, by === 'date' ? isDay : (bound) => amount.test(bound))
      return bounds && (bounds.from || bounds.to) ? { key, by, ...bounds } : null
    }
    case 'money': {
      const bounds = span(rest.slice(4), (bound) => amount.test(bound))
      return bounds && /^[A-Z]{3} /.test(rest) ? { key, by, currency: rest.slice(0, 3), ...bounds } : null
    }
    default:
      return null
  }
}

/** The same, to be kept in an address. */
export function writeFieldTerm(term: FieldTerm): string {
  const start = `${term.key}:${term.by}:`
  switch (term.by) {
    case 'options':
      return start + term.options.join(',')
    case 'text':
      return start + term.contains
    case 'boolean':
      return start + (term.value ? 'yes' : 'no')
    case 'money':
      return `${start}${term.currency} ${term.from}..${term.to}`
    default:
      return `${start}${term.from}..${term.to}`
  }
}

const bounds = <Bound>(from: string, to: string, read: (text: string) => Bound) => ({
  ...(from !== '' && { from: read(from) }),
  ...(to !== '' && { to: read(to) }),
})

function toFilter(term: FieldTerm): FieldFilterInput {
  const { key } = term
  switch (term.by) {
    case 'options':
      return { key, options: [...term.options] }
    case 'text':
      return { key, text: { contains: term.contains } }
    case 'boolean':
      return { key, boolean: term.value }
    case 'number':
      return { key, number: bounds(term.from, term.to, Number) }
    case 'date':
      return { key, date: bounds(term.from, term.to, String) }
    case 'money':
      return { key, money: { currency: term.currency, ...bounds(term.from, term.to, String) } }
  }
}

/** As many as the API compares in one list. */
export const mostFieldFilters = 5

/** What an address asks of own fields, as the API takes it. */
export const toFieldFilters = (terms: readonly string[]): FieldFilterInput[] =>
  terms
    .flatMap((text) => readFieldTerm(text) ?? [])
    .slice(0, mostFieldFilters)
    .map(toFilter)
