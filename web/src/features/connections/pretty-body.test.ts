import { describe, expect, it } from 'vitest'
import { prettyBody } from './pretty-body.ts'

describe('a delivery’s body', () => {
  it('is indented as JSON.stringify would', () => {
    const value = { a: [1, { b: null }], 'c:{,"': 'd\\"[x]', e: {}, f: [], g: true }
    expect(prettyBody(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
  })

  it('keeps numbers as they were written', () => {
    expect(prettyBody('{"id":12345678901234567890,"amount":100.00}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "amount": 100.00\n}',
    )
  })

  it('is shown as it came where it is no JSON', () => {
    expect(prettyBody('a=1&b={')).toBe('a=1&b={')
  })
})
