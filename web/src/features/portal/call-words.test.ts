import { describe, expect, it } from 'vitest'
import { awayWords, countdownOf, dayWord, hoursOf } from './call-words.ts'

const now = new Date('2026-11-20T18:48:00Z')
const format = { timeZone: 'America/New_York', locale: 'en-US' }

describe('a call’s time in the portal', () => {
  it('names the days beside today, by the clock of whoever looks', () => {
    expect(dayWord('2026-11-20T19:00:00Z', now, format)).toBe('Today')
    expect(dayWord('2026-11-21T04:59:00Z', now, format)).toBe('Today')
    expect(dayWord('2026-11-21T05:00:00Z', now, format)).toBe('Tomorrow')
    expect(dayWord('2026-11-19T20:30:00Z', now, format)).toBe('Yesterday')
    expect(dayWord('2026-11-23T15:00:00Z', now, format)).toBe('Mon, Nov 23')
    expect(dayWord('2027-01-04T15:00:00Z', now, format)).toBe('Mon, Jan 4, 2027')
  })

  it('is a span where its end is known', () => {
    expect(hoursOf({ scheduledAt: '2026-11-20T19:00:00Z', endsAt: '2026-11-20T19:45:00Z' }, format)).toBe(
      '2:00 – 2:45 PM',
    )
    expect(hoursOf({ scheduledAt: '2026-11-20T19:00:00Z', endsAt: null }, format)).toBe('2:00 PM')
  })

  it('counts down in the units that matter, and says when it is on', () => {
    expect(countdownOf('2026-11-20T19:00:00Z', now)).toEqual({ label: 'Next call in', figure: '12 min' })
    expect(countdownOf('2026-11-20T22:00:30Z', now)).toEqual({ label: 'Next call in', figure: '3 h 12 min' })
    expect(countdownOf('2026-11-23T21:50:00Z', now)).toEqual({ label: 'Next call in', figure: '3 d 3 h' })
    expect(countdownOf('2026-11-20T18:48:20Z', now)).toEqual({ label: 'Next call in', figure: '1 min' })
    expect(countdownOf('2026-11-20T18:48:00Z', now)).toEqual({ label: 'Your call is on', figure: 'Now' })
  })

  it('is away in one unit', () => {
    expect(awayWords('2026-11-23T20:00:00Z', now)).toBe('3 d')
    expect(awayWords('2026-11-19T20:30:00Z', now)).toBe('22 h')
    expect(awayWords('2026-11-20T18:48:30Z', now)).toBeNull()
  })
})
