import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayIn, dayNumber, daysOf, type Period, periodBounds } from './period.ts'

const bounds = (from: string, to: string, timeZone: string): [string, string] => {
  const { start, end } = periodBounds({ from, to }, timeZone)
  return [start.toISOString(), end.toISOString()]
}

const hoursOf = (day: string, timeZone: string): number => {
  const { start, end } = periodBounds({ from: day, to: day }, timeZone)
  return (end.getTime() - start.getTime()) / 3_600_000
}

const day = fc
  .date({ min: new Date('2012-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Europe/Berlin',
)
const period = fc.tuple(day, fc.nat({ max: 400 })).map(([from, days]): Period => {
  const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
  return { from, to }
})

describe('the instants of a period', () => {
  it('run from the first moment of its first day up to the first moment after its last', () => {
    expect(bounds('2026-11-01', '2026-11-30', 'UTC')).toEqual(['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'])
    expect(bounds('2026-07-04', '2026-07-04', 'America/New_York')).toEqual(['2026-07-04T04:00:00.000Z', '2026-07-05T04:00:00.000Z'])
    expect(bounds('2026-07-04', '2026-07-04', 'Asia/Kathmandu')).toEqual(['2026-07-03T18:15:00.000Z', '2026-07-04T18:15:00.000Z'])
    expect(bounds('2026-07-04', '2026-07-04', 'Pacific/Kiritimati')).toEqual(['2026-07-03T10:00:00.000Z', '2026-07-04T10:00:00.000Z'])
  })

  it('of a day on which clocks are changed are 23 or 25 hours', () => {
    expect(hoursOf('2026-03-08', 'America/New_York')).toBe(23)
    expect(hoursOf('2026-11-01', 'America/New_York')).toBe(25)
    expect(hoursOf('2026-03-29', 'Europe/Berlin')).toBe(23)
    expect(hoursOf('2026-10-25', 'Europe/Berlin')).toBe(25)
    expect(hoursOf('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5)
    expect(hoursOf('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5)
  })

  it('begin at the first moment that exists, where clocks are put forward at midnight', () => {
    expect(bounds('2018-11-04', '2018-11-04', 'America/Sao_Paulo')).toEqual(['2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'])
    expect(hoursOf('2018-11-04', 'America/Sao_Paulo')).toBe(23)
  })

  it('take in both hours that the clock shows, where it is put back at midnight', () => {
    expect(hoursOf('2018-02-17', 'America/Sao_Paulo')).toBe(25)
    expect(bounds('2018-02-18', '2018-02-18', 'America/Sao_Paulo')[0]).toBe('2018-02-18T03:00:00.000Z')
  })

  it('of a day that a country left out are none', () => {
    expect(hoursOf('2011-12-30', 'Pacific/Apia')).toBe(0)
  })

  it('lie on the period’s own days, and those just outside do not', () => {
    fc.assert(
      fc.property(period, zone, ({ from, to }, timeZone) => {
        const { start, end } = periodBounds({ from, to }, timeZone)
        expect(dayIn(start, timeZone)).toBe(from)
        expect(dayIn(new Date(end.getTime() - 1), timeZone)).toBe(to)
        expect(dayIn(new Date(start.getTime() - 1), timeZone) < from).toBe(true)
        expect(dayIn(end, timeZone) > to).toBe(true)
      }),
    )
  })

  it('of two periods that follow each other touch, so that each instant is in exactly one', () => {
    fc.assert(
      fc.property(period, zone, (now, timeZone) => {
        const before = { from: addDays(now.from, -3), to: addDays(now.from, -1) }
        expect(periodBounds(before, timeZone).end).toEqual(periodBounds(now, timeZone).start)
      }),
    )
  })
})

describe('the days of a period', () => {
  it('are all of them, the first and the last too', () => {
    expect(daysOf({ from: '2028-02-27', to: '2028-03-01' })).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysOf({ from: '2026-12-31', to: '2027-01-01' })).toEqual(['2026-12-31', '2027-01-01'])
  })

  it('are none where it ends before it begins', () => {
    expect(daysOf({ from: '2026-11-02', to: '2026-11-01' })).toEqual([])
  })
})

describe('the day that an instant lies on', () => {
  it('is the one that the calendar there shows', () => {
    const instant = new Date('2026-11-21T03:30:00Z')
    expect(dayIn(instant, 'UTC')).toBe('2026-11-21')
    expect(dayIn(instant, 'America/New_York')).toBe('2026-11-20')
    expect(dayIn(instant, 'Pacific/Kiritimati')).toBe('2026-11-21')
    const sinceThen = (later: string, timeZone: string) => dayNumber(new Date(later), timeZone) - dayNumber(instant, timeZone)
    expect(sinceThen('2026-11-21T04:59:59Z', 'America/New_York')).toBe(0)
    expect(sinceThen('2026-11-21T05:00:00Z', 'America/New_York')).toBe(1)
    expect(sinceThen('2026-11-21T05:00:00Z', 'UTC')).toBe(0)
  })
})
