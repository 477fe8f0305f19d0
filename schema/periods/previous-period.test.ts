import { describe, expect, it } from 'vitest'
import { addDays, type Period, previousPeriod } from './index.ts'

const before = (from: string, to: string): string => {
  const { from: first, to: last } = previousPeriod({ from, to })
  return `${first} ${last}`
}

describe('what a period is compared with', () => {
  it.each([
    ['a month so far', '2026-11-01', '2026-11-20', '2026-10-01 2026-10-20'],
    ['a month so far that the one before has fewer days than', '2026-03-01', '2026-03-30', '2026-02-01 2026-02-28'],
    ['a whole month', '2026-10-01', '2026-10-31', '2026-09-01 2026-09-30'],
    ['a whole month after a longer one', '2026-11-01', '2026-11-30', '2026-10-01 2026-10-31'],
    ['the month after a leap day', '2028-03-01', '2028-03-31', '2028-02-01 2028-02-29'],
    ['the first month of a year', '2026-01-01', '2026-01-31', '2025-12-01 2025-12-31'],
    ['a quarter so far', '2026-10-01', '2026-11-21', '2026-07-01 2026-08-21'],
    ['a whole quarter', '2026-01-01', '2026-03-31', '2025-10-01 2025-12-31'],
    ['a year so far', '2026-01-01', '2026-11-21', '2025-01-01 2025-11-21'],
    ['a whole year', '2028-01-01', '2028-12-31', '2027-01-01 2027-12-31'],
    ['months that are no quarter', '2026-02-01', '2026-03-31', '2025-12-01 2026-01-31'],
  ])('is, of %s, the same days of the one before', (_, from, to, expected) => expect(before(from, to)).toBe(expected))

  it.each([
    ['a day', '2026-11-20', '2026-11-20', '2026-11-19 2026-11-19'],
    ['the first of a month', '2028-03-01', '2028-03-01', '2028-02-29 2028-02-29'],
    ['seven days', '2026-11-14', '2026-11-20', '2026-11-07 2026-11-13'],
    ['ninety days', '2026-08-23', '2026-11-20', '2026-05-25 2026-08-22'],
  ])('is, of %s, as many days just before', (_, from, to, expected) => expect(before(from, to)).toBe(expected))

  it('is never of any of its own days, and touches it unless a month before has other days', () => {
    for (let start = 0; start < 1_500; start += 7) {
      for (let days = 0; days < 800; days += 13) {
        const now: Period = { from: addDays('2026-01-01', start), to: addDays('2026-01-01', start + days) }
        const { from, to } = previousPeriod(now)
        expect(from <= to && to < now.from).toBe(true)
        if (!now.from.endsWith('-01')) expect(addDays(to, 1)).toBe(now.from)
      }
    }
  })
})
