import { describe, expect, it } from 'vitest'
import { monthOf, planTerms, seatsOf } from './plans.ts'

describe('the table of plans', () => {
  it('allows what is published', () => {
    expect(planTerms).toEqual({
      trial: { monthlyPriceMinor: 0n, yearlyPriceMinor: null, imports: 100, seats: 1, sessionsAtOnce: 1 },
      starter: { monthlyPriceMinor: 9_900n, yearlyPriceMinor: 108_900n, imports: 100, seats: 1, sessionsAtOnce: 1 },
      professional: { monthlyPriceMinor: 19_900n, yearlyPriceMinor: null, imports: null, seats: 1, sessionsAtOnce: 1 },
      enterprise: { monthlyPriceMinor: 49_900n, yearlyPriceMinor: null, imports: null, seats: 10, sessionsAtOnce: null },
    })
  })

  it('adds the seats that were agreed on to those of the plan', () => {
    expect(seatsOf({ plan: 'enterprise', extraSeats: 15 })).toBe(25)
    expect(seatsOf({ plan: 'trial', extraSeats: 0 })).toBe(1)
  })
})

describe('a month of imports', () => {
  it('begins and ends at midnight in UTC, whatever the zone of the server', () => {
    expect(monthOf(new Date('2026-11-30T23:59:59.999Z'))).toEqual({
      start: new Date('2026-11-01T00:00:00Z'),
      end: new Date('2026-12-01T00:00:00Z'),
    })
    expect(monthOf(new Date('2026-12-01T00:00:00Z')).start).toEqual(new Date('2026-12-01T00:00:00Z'))
  })

  it('rolls over into the next year', () => {
    expect(monthOf(new Date('2026-12-31T12:00:00Z')).end).toEqual(new Date('2027-01-01T00:00:00Z'))
  })
})
