import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricCounts } from './compute-metrics.ts'
import { divideRounded, toFigures } from './metric-values.ts'

const none: MetricCounts = {
  bookedCalls: 0,
  shows: 0,
  noShows: 0,
  held: 0,
  offers: 0,
  closes: 0,
  pending: 0,
  speedSeconds: null,
  bookedSlots: 0,
  openSlots: null,
  collectedMinor: 0n,
  refundedMinor: 0n,
  lostMinor: 0n,
}
const figures = (counts: Partial<MetricCounts>, currency = 'USD') => toFigures({ ...none, ...counts }, currency)
const dollars = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' })

describe('a figure', () => {
  it('of a period in which nothing happened is zero where it counts, and empty where it is a rate', () => {
    expect(figures({})).toEqual({
      bookedCalls: 0,
      shows: 0,
      noShows: 0,
      offers: 0,
      closes: 0,
      showRate: null,
      offerRate: null,
      closeRate: null,
      cashCollected: dollars(0n),
      refunded: dollars(0n),
      lost: dollars(0n),
      netCash: dollars(0n),
      averageOrderValue: null,
      cashPerBookedCall: null,
      cashPerShow: null,
      pendingPostCallForms: 0,
      bookedSlots: null,
      availableSlots: null,
      utilization: null,
      medianSpeedToCallSeconds: null,
    })
  })

  it('of slots is unknown where no hours are, empty where none are open, and above 1 where more was booked than is open', () => {
    expect(figures({ bookedSlots: 3, openSlots: null })).toMatchObject({ bookedSlots: null, availableSlots: null, utilization: null })
    expect(figures({ bookedSlots: 3, openSlots: 0 })).toMatchObject({ bookedSlots: 3, availableSlots: 0, utilization: null })
    expect(figures({ bookedSlots: 0, openSlots: 8 })).toMatchObject({ utilization: 0 })
    expect(figures({ bookedSlots: 10, openSlots: 8 })).toMatchObject({ bookedSlots: 10, availableSlots: 8, utilization: 1.25 })
  })

  it('is a rate of the right two counts', () => {
    expect(figures({ held: 8, shows: 6, noShows: 2, offers: 4, closes: 3 })).toMatchObject({
      showRate: 0.75,
      offerRate: 4 / 6,
      closeRate: 0.5,
    })
  })

  it('is zero and not empty where there was something that it could have been of', () => {
    expect(figures({ held: 3, shows: 0, noShows: 3 })).toMatchObject({ showRate: 0, offerRate: null, closeRate: null })
    expect(figures({ bookedCalls: 2 })).toMatchObject({ cashPerBookedCall: dollars(0n), cashPerShow: null })
  })

  it('of net cash is what was collected less what was given back or lost to disputes, and may be below nothing', () => {
    expect(figures({ collectedMinor: 300_000n, refundedMinor: 30_000n, lostMinor: 20_000n })).toMatchObject({
      cashCollected: dollars(300_000n),
      refunded: dollars(30_000n),
      lost: dollars(20_000n),
      netCash: dollars(250_000n),
    })
    expect(figures({ collectedMinor: 1n, refundedMinor: 4n, closes: 2 })).toMatchObject({
      netCash: dollars(-3n),
      averageOrderValue: dollars(-2n),
    })
  })

  it('of cash per something is of net cash, to the nearest minor unit', () => {
    const counts = { collectedMinor: 1_000n, refundedMinor: 0n, closes: 3, bookedCalls: 6, shows: 7 }
    expect(figures(counts)).toMatchObject({
      averageOrderValue: dollars(333n),
      cashPerBookedCall: dollars(167n),
      cashPerShow: dollars(143n),
    })
    expect(figures({ ...counts, refundedMinor: 400n }, 'JPY').averageOrderValue).toEqual({ amountMinor: 200n, currency: 'JPY' })
  })

  it('of speed is in whole seconds', () => {
    expect(figures({ speedSeconds: 3_599.5 }).medianSpeedToCallSeconds).toBe(3_600)
    expect(figures({ speedSeconds: 0 }).medianSpeedToCallSeconds).toBe(0)
  })
})

describe('dividing money', () => {
  it('rounds half away from zero', () => {
    expect([5n, 15n, 25n, -5n, -15n].map((value) => divideRounded(value, 10n))).toEqual([1n, 2n, 3n, -1n, -2n])
    expect([4n, 14n, -4n].map((value) => divideRounded(value, 10n))).toEqual([0n, 1n, 0n])
  })

  it('is never off by more than half a unit, and as far off below zero as above', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10_000n }), (value, by) => {
        const rest = divideRounded(value, by) * by - value
        expect(2n * (rest < 0n ? -rest : rest) <= by).toBe(true)
        expect(divideRounded(-value, by)).toBe(-divideRounded(value, by))
      }),
    )
  })
})
