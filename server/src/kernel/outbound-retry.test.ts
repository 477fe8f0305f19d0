import { describe, expect, it } from 'vitest'
import { backoffMs, retryAfterMs } from './outbound-retry.ts'

const now = new Date('2026-11-20T12:00:00Z')

describe('how long a call waits before it is tried again', () => {
  it('doubles from half a second, up to eight', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => backoffMs(attempt, 1))).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
  })

  it('is anywhere between half and all of that, so that callers do not come back together', () => {
    expect([0, 0.5, 1].map((chance) => backoffMs(2, chance))).toEqual([500, 750, 1000])
  })

  it.each([
    ['7', 7_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['999999', 3_600_000],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['Sat, 20 Nov 2027 12:00:00 GMT', 3_600_000],
  ])('is what Retry-After asks for: %j', (header, wanted) => {
    expect(retryAfterMs(header, now)).toBe(wanted)
  })

  it.each([null, '', 'soon', '-5', '1.5', '2026-11-20T12:00:30Z', 'Fri, 99 Nov 2026 12:00:30 GMT'])(
    'is our own where it says %j',
    (header) => {
      expect(retryAfterMs(header, now)).toBeNull()
    },
  )
})
