import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partOf } from './shares.ts'

/** Two to ten whole percents adding to 100. */
const splits = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100].map((cut, index, all) => cut - (all[index - 1] ?? 0)).slice(1))

/** An amount, with what was refunded and what was lost in disputes of it. */
const payments = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([amountMinor, refunded, lost]) => {
    const refundedMinor = (amountMinor * BigInt(refunded)) / 1000n
    return { amountMinor, refundedMinor, lostMinor: ((amountMinor - refundedMinor) * BigInt(lost)) / 1000n }
  })

describe('the shares of a split', () => {
  it('add up to the whole, of any amount, refund and dispute, and are within a unit of their percents', () => {
    fc.assert(
      fc.property(payments, splits, (payment, percents) => {
        const parts = percents.map((_, position) => partOf(payment, { percents, position }))
        const sum = (of: (part: (typeof parts)[number]) => bigint) => parts.reduce((total, part) => total + of(part), 0n)
        expect(sum(({ amountMinor }) => amountMinor)).toBe(payment.amountMinor)
        expect(sum(({ netMinor }) => netMinor)).toBe(payment.amountMinor - payment.refundedMinor - payment.lostMinor)
        parts.forEach(({ amountMinor }, index) => {
          const exact = payment.amountMinor * BigInt(percents[index] ?? 0)
          expect(amountMinor * 100n - exact).toBeLessThan(100n)
          expect(exact - amountMinor * 100n).toBeLessThan(100n)
        })
      }),
    )
  })

  it('are whole again where all was taken back, by refunds, disputes or both: nobody keeps and nobody owes anything', () => {
    fc.assert(
      fc.property(payments, splits, ({ amountMinor, refundedMinor }, percents) => {
        const payment = { amountMinor, refundedMinor, lostMinor: amountMinor - refundedMinor }
        expect(percents.map((_, position) => partOf(payment, { percents, position }).netMinor)).toEqual(percents.map(() => 0n))
      }),
    )
  })

  it('give what rounding leaves to the largest remainder, the first of equals first', () => {
    const payment = { amountMinor: 100n, refundedMinor: 1n, lostMinor: 0n }
    expect([0, 1, 2].map((position) => partOf(payment, { percents: [34, 33, 33], position }))).toEqual([
      { amountMinor: 34n, netMinor: 33n },
      { amountMinor: 33n, netMinor: 33n },
      { amountMinor: 33n, netMinor: 33n },
    ])
  })
})
