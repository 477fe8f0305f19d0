import { describe, expect, it } from 'vitest'
import { type FieldKind, type FieldValue, fromTypedValue, membersOf, toTypedValue } from './index.ts'

describe('a value as the API writes it', () => {
  it.each<[FieldKind, FieldValue, string]>([
    ['text', 'a', 'text'],
    ['select', 'a', 'text'],
    ['date', '2026-11-21', 'text'],
    ['number', 0, 'number'],
    ['boolean', false, 'boolean'],
    ['money', { amount: '1.00', currency: 'USD' }, 'money'],
    ['multi_select', ['a'], 'options'],
  ])('%s stands in the member of its kind, and is read from there', (kind, value, member) => {
    const written = toTypedValue(kind, value)
    expect(written).toEqual({ [member]: value })
    expect(fromTypedValue(written)).toEqual(value)
    expect(membersOf(written)).toBe(1)
  })

  it('says nothing, or too much, where it has no member or two', () => {
    expect(fromTypedValue({ text: null })).toBeNull()
    expect(membersOf({})).toBe(0)
    expect(membersOf({ text: 'a', boolean: false })).toBe(2)
  })
})
