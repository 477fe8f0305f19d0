import { describe, expect, it } from 'vitest'
import { addDays, isDay, presetOf, presetPeriod, todayIn } from './period.ts'

describe('presetPeriod', () => {
  const on = (today: string) => (preset: Parameters<typeof presetPeriod>[0]) => {
    const { from, to } = presetPeriod(preset, today)
    return `${from} ${to}`
  }

  it('counts today as one of the last days', () => {
    const period = on('2026-11-20')
    expect(period('today')).toBe('2026-11-20 2026-11-20')
    expect(period('last_7_days')).toBe('2026-11-14 2026-11-20')
    expect(period('last_30_days')).toBe('2026-10-22 2026-11-20')
    expect(period('last_90_days')).toBe('2026-08-23 2026-11-20')
  })

  it('ends a running month or quarter today and a past one on its last day', () => {
    const period = on('2026-11-20')
    expect(period('this_month')).toBe('2026-11-01 2026-11-20')
    expect(period('last_month')).toBe('2026-10-01 2026-10-31')
    expect(period('this_quarter')).toBe('2026-10-01 2026-11-20')
  })

  it('crosses the year and the leap day', () => {
    expect(on('2027-01-31')('last_month')).toBe('2026-12-01 2026-12-31')
    expect(on('2028-03-31')('last_month')).toBe('2028-02-01 2028-02-29')
    expect(on('2027-02-10')('this_quarter')).toBe('2027-01-01 2027-02-10')
  })
})

describe('days', () => {
  it('are told apart from texts that only look like days', () => {
    expect(['2026-11-20', '2028-02-29'].map(isDay)).toEqual([true, true])
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today', ''].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('are not shifted by daylight saving', () => {
    expect(addDays('2026-10-31', 2)).toBe('2026-11-02')
    expect(addDays('2026-03-08', -1)).toBe('2026-03-07')
  })

  it('are those of the organization, not of the browser', () => {
    const now = new Date('2026-11-20T03:00:00Z')
    expect(todayIn('America/Los_Angeles', now)).toBe('2026-11-19')
    expect(todayIn('Asia/Tokyo', now)).toBe('2026-11-20')
  })
})

describe('periods', () => {
  it('are recognised as a preset', () => {
    expect(presetOf({ from: '2026-11-01', to: '2026-11-20' }, '2026-11-20')).toBe('this_month')
    expect(presetOf({ from: '2026-11-02', to: '2026-11-20' }, '2026-11-20')).toBeNull()
  })
})
