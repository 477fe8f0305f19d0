import { describe, expect, it } from 'vitest'
import { daysLeft, trialWord } from './trial-left.ts'

const now = new Date('2026-11-21T09:00:00Z')
const standing = (trialEndsAt: string | null, readOnly = false) => trialWord({ trialEndsAt, readOnly }, now)

describe('a trial', () => {
  it('counts a day that has begun as a whole one', () => {
    expect(daysLeft('2026-11-21T09:00:01Z', now)).toBe(1)
    expect(daysLeft('2026-11-28T09:00:00Z', now)).toBe(7)
    expect(daysLeft('2026-11-20T09:00:00Z', now)).toBe(0)
  })

  it('is not spoken of until its last three days', () => {
    expect(standing('2026-11-24T09:00:01Z')).toBeNull()
    expect(standing('2026-11-24T09:00:00Z')).toEqual({ kind: 'ending', days: 3 })
    expect(standing(null)).toBeNull()
  })

  it('is over when the server says so, not when the clock here does', () => {
    expect(standing('2026-11-21T08:59:00Z')).toBeNull()
    expect(standing('2026-11-25T09:00:00Z', true)).toEqual({ kind: 'over' })
  })
})
