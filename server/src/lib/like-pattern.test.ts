import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likePattern, SearchTooLong } from './like-pattern.ts'

/** What LIKE would do with a pattern, as a regular expression over one line or many. */
const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/\\([\s\S])|([%_])|([\s\S])/g, (_, escaped?: string, wild?: string, plain?: string) =>
      wild === '%' ? '[\\s\\S]*' : wild === '_' ? '[\\s\\S]' : (escaped ?? plain ?? '').replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
    )}$`,
  )

const text = fc.string({ unit: fc.constantFrom('a', 'b', '%', '_', '\\', ' ', '.') })

describe('a search by a part of a text', () => {
  it('takes the signs of patterns as they were written', () => {
    expect(likePattern('50%_a\\b')).toBe('%50\\%\\_a\\\\b%')
  })

  it('takes no notice of spaces around what was written', () => {
    expect(likePattern('  dana ')).toBe('%dana%')
  })

  it('finds exactly the texts that contain it', () => {
    fc.assert(
      fc.property(text, text, text, (before, wanted, after) => {
        const pattern = asExpression(likePattern(wanted))
        expect(pattern.test(before + wanted.trim() + after)).toBe(true)
        expect(pattern.test(before)).toBe(before.includes(wanted.trim()))
      }),
    )
  })

  it('is refused where it is longer than anything that could be found', () => {
    expect(likePattern('x'.repeat(200))).toHaveLength(202)
    expect(() => likePattern('x'.repeat(201))).toThrow(SearchTooLong)
  })
})
