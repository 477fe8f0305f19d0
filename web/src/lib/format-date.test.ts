import { describe, expect, it } from 'vitest'
import {
  formatDateTime,
  formatDay,
  formatExactDateTime,
  formatPeriod,
  formatRelative,
  formatTime,
} from './format-date.ts'

const now = new Date('2026-11-20T15:22:00Z')
const newYork = { timeZone: 'America/New_York', now }

describe('formatDateTime', () => {
  it('shows the year only if it is not this one', () => {
    expect(formatDateTime('2026-11-19T19:00:00Z', newYork)).toBe('Nov 19, 2:00 PM')
    expect(formatDateTime('2025-11-19T19:00:00Z', newYork)).toBe('Nov 19, 2025, 2:00 PM')
  })

  it('decides the year in the zone that is shown, not in UTC', () => {
    expect(formatDateTime('2027-01-01T03:00:00Z', newYork)).toBe('Dec 31, 10:00 PM')
    expect(formatDateTime('2027-01-01T03:00:00Z', { timeZone: 'UTC', now })).toBe('Jan 1, 2027, 3:00 AM')
  })

  it('says seconds and zone in full, and the time alone', () => {
    expect(formatExactDateTime('2026-11-19T19:00:07Z', newYork)).toBe('Nov 19, 2026, 2:00:07 PM EST')
    expect(formatTime('2026-11-19T19:00:07Z', newYork)).toBe('2:00 PM')
  })
})

describe('formatDay', () => {
  it('never shifts a calendar day, wherever the browser is', () => {
    expect(formatDay('2026-11-01', { now })).toBe('Nov 1')
    expect(formatDay('2025-12-31', { now })).toBe('Dec 31, 2025')
    expect(formatDay('2026-11-17', { now, weekday: true })).toBe('Tue, Nov 17')
  })
})

describe('formatPeriod', () => {
  it('names month and year no oftener than needed', () => {
    expect(formatPeriod({ from: '2026-11-01', to: '2026-11-20' }, { now })).toBe('Nov 1 – 20')
    expect(formatPeriod({ from: '2026-11-01', to: '2026-11-20' }, { now, year: 'always' })).toBe('Nov 1 – 20, 2026')
    expect(formatPeriod({ from: '2026-10-28', to: '2026-11-03' }, { now })).toBe('Oct 28 – Nov 3')
    expect(formatPeriod({ from: '2026-11-20', to: '2026-11-20' }, { now })).toBe('Nov 20')
    expect(formatPeriod({ from: '2025-12-20', to: '2026-01-03' }, { now })).toBe('Dec 20, 2025 – Jan 3, 2026')
  })
})

describe('formatRelative', () => {
  it('tells the span under 24 hours and leaves the rest to a date', () => {
    expect(formatRelative('2026-11-20T15:21:30Z', now)).toBe('just now')
    expect(formatRelative('2026-11-20T15:17:00Z', now)).toBe('5 min ago')
    expect(formatRelative('2026-11-19T20:40:00Z', now)).toBe('18 h ago')
    expect(formatRelative('2026-11-20T17:25:00Z', now)).toBe('in 2 h')
    expect(formatRelative('2026-11-19T15:22:00Z', now)).toBeNull()
  })
})
