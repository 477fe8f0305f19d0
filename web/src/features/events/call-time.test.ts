import { describe, expect, it } from 'vitest'
import { callTimesByZone, formatCallTime } from './call-time.ts'

const now = new Date('2026-11-20T12:00:00Z')
const call = { scheduledAt: '2026-11-19T19:00:00.000Z', endsAt: '2026-11-19T19:45:00.000Z' }

describe('the time of a call', () => {
  it('is a day and a span, with the year only if it is another one', () => {
    expect(formatCallTime(call, { timeZone: 'America/New_York', now })).toBe('Thu, Nov 19, 2:00 – 2:45 PM')
    expect(
      formatCallTime({ scheduledAt: '2025-11-19T19:00:00.000Z', endsAt: null }, { timeZone: 'America/New_York', now }),
    ).toBe('Wed, Nov 19, 2025, 2:00 PM')
  })

  it('is told by every clock that shows another hour, the viewer’s first', () => {
    const zones = { viewer: 'America/New_York', organization: 'America/Los_Angeles', lead: 'Asia/Tokyo' }
    expect(callTimesByZone(call, zones, 'en-US', now)).toEqual([
      { text: 'Thu, Nov 19, 2:00 – 2:45 PM', zone: 'New York, GMT−5', whose: 'you' },
      { text: '11:00 – 11:45 AM', zone: 'Los Angeles, GMT−8', whose: 'organization' },
      { text: 'Fri, Nov 20, 4:00 – 4:45 AM', zone: 'Tokyo, GMT+9', whose: 'lead' },
    ])
  })

  it('is told once where the clocks agree, and leaves out a zone that nobody knows', () => {
    const zones = { viewer: 'America/New_York', organization: 'America/Toronto', lead: 'Mars/Olympus' }
    expect(callTimesByZone(call, zones, 'en-US', now).map(({ whose }) => whose)).toEqual(['you'])
  })
})
