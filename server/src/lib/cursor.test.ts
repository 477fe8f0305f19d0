import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CursorFormatError, decodeCursor, encodeCursor } from './cursor.ts'

const seal = (text: string): string => Buffer.from(text).toString('base64url')

const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 })

describe('a cursor', () => {
  it('reads back as the values it was made of, whatever stands in them', () => {
    fc.assert(
      fc.property(texts, (values) => {
        expect(decodeCursor(encodeCursor(values))).toEqual(values)
      }),
    )
  })

  it('can stand in an address as it is', () => {
    fc.assert(
      fc.property(texts, (values) => {
        expect(encodeCursor(values)).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('that holds anything but a list of texts is refused', () => {
    for (const text of ['null', '1', '"a"', '{}', '{"length":1,"0":"a"}', '[1]', '["a",null]', '[["a"]]', '["a"', '["a"] ["b"]']) {
      expect(() => decodeCursor(seal(text)), text).toThrow(CursorFormatError)
    }
  })

  it('is refused and never anything else happens, whatever somebody writes as one', () => {
    for (const text of ['', ' ', '!!!', '%', 'W10x', '../../etc/passwd']) expect(() => decodeCursor(text), text).toThrow(CursorFormatError)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        try {
          expect(decodeCursor(text).every((value) => typeof value === 'string')).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(CursorFormatError)
        }
      }),
    )
  })
})
