import { GraphQLError, type GraphQLScalarType, parseValue } from 'graphql'
import { describe, expect, it } from 'vitest'
import { CurrencyCodeScalar, DateScalar, DateTimeScalar, DecimalScalar } from './scalars.ts'

/** A value as it comes in variables, and as it stands in the text of an operation: both must be read alike. */
function read(scalar: GraphQLScalarType<string, string>, text: string): string | null {
  const ways = [() => scalar.parseValue(text), () => scalar.parseLiteral(parseValue(JSON.stringify(text)), {})].map((way) => {
    try {
      return way()
    } catch (error) {
      if (error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT') return null
      throw error
    }
  })
  expect(ways[0]).toBe(ways[1])
  return ways[0] ?? null
}

describe('an instant', () => {
  it('is read with any offset, and means the same instant', () => {
    for (const text of ['2026-11-20T14:00:00Z', '2026-11-20T09:00:00-05:00', '2026-11-20T14:00Z', '2026-11-20T14:00:00.0000Z'])
      expect(read(DateTimeScalar, text), text).toBe('2026-11-20T14:00:00.000Z')
  })

  it('is refused without an offset, or where there is no such moment', () => {
    for (const text of [
      '2026-11-20T14:00:00',
      '2026-11-20',
      '2026-13-20T14:00:00Z',
      '0000-01-01T00:00:00Z',
      '2026-11-20T25:00:00Z',
      'now',
      '',
      '1795183200',
    ])
      expect(read(DateTimeScalar, text), text).toBeNull()
  })

  it('is written in UTC with milliseconds, from a date or from the database’s own text', () => {
    expect(DateTimeScalar.serialize(new Date('2026-11-20T14:00:00Z'))).toBe('2026-11-20T14:00:00.000Z')
    expect(DateTimeScalar.serialize('2026-11-20 14:00:00.5+00')).toBe('2026-11-20T14:00:00.500Z')
  })
})

describe('a day', () => {
  it('is one that is in the calendar', () => {
    expect(read(DateScalar, '2028-02-29')).toBe('2028-02-29')
    for (const text of [
      '2026-02-29',
      '0000-01-01',
      '0026-11-20',
      '9999-12-31',
      '2026-13-01',
      '2026-1-1',
      '2026-11-20T00:00:00Z',
      '26-11-20',
      '',
    ])
      expect(read(DateScalar, text), text).toBeNull()
  })
})

describe('a decimal', () => {
  it('is a text of digits, so that none is lost', () => {
    for (const text of ['0', '-1', '1234.50', '900719925474099312', '0.000001']) expect(read(DecimalScalar, text), text).toBe(text)
    for (const text of ['', '1,5', '1e3', '.5', '5.', '+1', ' 1', '1.0000001', 'NaN', '1'.repeat(19)])
      expect(read(DecimalScalar, text), text).toBeNull()
  })

  it('is refused as a floating-point number', () => {
    expect(() => DecimalScalar.parseValue(12.5)).toThrow(GraphQLError)
    expect(() => DecimalScalar.parseLiteral(parseValue('12.5'), {})).toThrow(GraphQLError)
  })
})

describe('a currency', () => {
  it('is three letters, made large', () => {
    expect(read(CurrencyCodeScalar, 'usd')).toBe('USD')
    for (const text of ['', 'US', 'USDX', 'U$D', 'US1']) expect(read(CurrencyCodeScalar, text), text).toBeNull()
  })
})
