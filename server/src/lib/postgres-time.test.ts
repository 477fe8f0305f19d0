import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFromPostgres, isoFromPostgres } from './postgres-time.ts'

describe('an instant as PostgreSQL writes it', () => {
  it('is cut or filled up to milliseconds', () => {
    expect(isoFromPostgres('2026-11-20 14:00:00+00')).toBe('2026-11-20T14:00:00.000Z')
    expect(isoFromPostgres('2026-11-20 14:00:00.5+00')).toBe('2026-11-20T14:00:00.500Z')
    expect(isoFromPostgres('2026-11-20 14:00:00.123456+00')).toBe('2026-11-20T14:00:00.123Z')
  })

  it('is the same instant again', () => {
    const instant = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (date) => {
        const text = date
          .toISOString()
          .replace('T', ' ')
          .replace(/\.?0*Z$/, '+00')
        expect(dateFromPostgres(text)).toEqual(date)
      }),
    )
  })
})
