import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

it('what PostgreSQL cannot hold is left out of every text and key, at any depth', () => {
  expect(parseJson('{"na\\u0000me":"Da\\u0000na","list":["\\u0000",{"a":"b\\u0000"}],"n":1,"none":null}')).toEqual({
    name: 'Dana',
    list: ['', { a: 'b' }],
    n: 1,
    none: null,
  })
})

it('half of a pair is replaced, and a whole one stays', () => {
  expect(parseJson(String.raw`{"cut":"so good \ud83d","\udc4d":["\uD83D\uDC4D 👍"]}`)).toEqual({
    cut: 'so good \ufffd',
    '\ufffd': ['👍 👍'],
  })
})

it('everything else is what JSON says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      fc.pre(!text.includes('\\u0000'))
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
  )
  expect(() => parseJson('{')).toThrow(SyntaxError)
})
