import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle, settlePairs } from './settle.ts'

describe('what holds where messages differ', () => {
  it('is what one says where the other says nothing', () => {
    expect(settle(null, 'a')).toBe('a')
    expect(settle('a', undefined)).toBe('a')
    expect(settle<string>(null, null)).toBeNull()
    expect(settlePairs({ a: '1' }, { b: '2' })).toEqual({ a: '1', b: '2' })
  })

  it('is the same in whatever order they are told, and however often', () => {
    const pairs = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.string())
    const orders = fc
      .array(pairs, { minLength: 1, maxLength: 5 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })))
    fc.assert(
      fc.property(orders, ([list, shuffled]) => {
        const sorted = (all: readonly Record<string, string>[]) =>
          Object.entries(all.reduce((known, told) => settlePairs(known, told), {})).sort()
        expect(sorted(shuffled)).toEqual(sorted(list))
      }),
    )
  })
})
