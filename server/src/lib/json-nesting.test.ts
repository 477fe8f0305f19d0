import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nestingOf } from './json-nesting.ts'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

describe('how deep a JSON text is nested', () => {
  it('is told as reading it would, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(nestingOf(Buffer.from(JSON.stringify(value)))).toBe(depthOf(value))
      }),
    )
  })

  it('is not mistaken by brackets and quotes inside of texts', () => {
    expect(nestingOf(Buffer.from(JSON.stringify({ a: '[[[{{{"\\"]', 'b"[': [1] })))).toBe(2)
  })

  it('is told of a text that would run out of stack', () => {
    expect(nestingOf(Buffer.from('['.repeat(500_000)))).toBe(500_000)
  })
})
