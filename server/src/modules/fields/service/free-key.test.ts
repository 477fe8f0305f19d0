import { keyProblem } from '@clinch/schema/fields'
import { describe, expect, it } from 'vitest'
import { freeKey } from './free-key.ts'

const none = new Set<string>()

describe('the key of a field', () => {
  it('is made of its label', () => {
    expect(freeKey('Budget per month', none, 'field')).toBe('budget_per_month')
    expect(freeKey('  Größe (cm) ', none, 'field')).toBe('gro_e_cm')
  })

  it('begins with a letter, also where the label has none', () => {
    expect(freeKey('2nd call', none, 'option')).toBe('option_2nd_call')
    expect(freeKey('预算', none, 'field')).toBe('field')
  })

  it('is none that is taken, and none that programs give a meaning', () => {
    expect(freeKey('Budget', new Set(['budget', 'budget_2']), 'field')).toBe('budget_3')
    expect(freeKey('Constructor', none, 'field')).toBe('constructor_2')
  })

  it('is as long as a key may be, also with a number at its end', () => {
    const long = 'a'.repeat(90)
    const first = freeKey(long, none, 'field')
    const second = freeKey(long, new Set([first]), 'field')
    expect([first, second].map((key) => [key.length, keyProblem(key)])).toEqual([
      [40, null],
      [40, null],
    ])
    expect(second).not.toBe(first)
  })
})
