import { describe, expect, it } from 'vitest'
import { readFieldTerm, toFieldFilters, writeFieldTerm } from './field-filters.ts'

describe('what an address asks of own fields', () => {
  it.each([
    ['stage:options:hot,warm', { key: 'stage', options: ['hot', 'warm'] }],
    ['note:text:ships: now, soon', { key: 'note', text: { contains: 'ships: now, soon' } }],
    ['vip:boolean:no', { key: 'vip', boolean: false }],
    ['seats:number:5..', { key: 'seats', number: { from: 5 } }],
    ['seats:number:-1.5..2', { key: 'seats', number: { from: -1.5, to: 2 } }],
    ['start:date:2026-10-01..2026-10-31', { key: 'start', date: { from: '2026-10-01', to: '2026-10-31' } }],
    ['budget:money:USD ..500.50', { key: 'budget', money: { currency: 'USD', to: '500.50' } }],
  ])('is read and written: %s', (text, filter) => {
    expect(toFieldFilters([text])).toEqual([filter])
    const term = readFieldTerm(text)
    expect(term && writeFieldTerm(term)).toBe(text)
  })

  it('leaves out what is not understood, and what is more than the API compares', () => {
    expect(
      toFieldFilters([
        '',
        'stage',
        'stage:is:hot',
        'Stage:options:hot',
        'seats:number:5',
        'seats:number:..',
        'b:money:USD5',
      ]),
    ).toEqual([])
    expect(toFieldFilters(Array.from({ length: 9 }, (_, index) => `f${index}:boolean:yes`))).toHaveLength(5)
  })
})
