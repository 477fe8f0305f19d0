import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refundedTotal, type RefundReport, type TotalReport } from './refunded-total.ts'

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 20) + second * 1000)

const live = (refundRef: string, amountMinor: bigint, second: number): RefundReport => ({
  refundRef,
  amountMinor,
  state: 'live',
  createdAt: at(second),
  reportedAt: at(second),
})
const failed = (refund: RefundReport, second: number): RefundReport => ({ ...refund, state: 'failed', reportedAt: at(second) })
const total = (totalMinor: bigint, second: number): TotalReport => ({ totalMinor, asOf: at(second) })

const refunded = (refunds: readonly RefundReport[], totals: readonly TotalReport[] = [], amountMinor = 300_000n) =>
  refundedTotal({ amountMinor, refunds, totals })

const half = live('re_half', 50_000n, 10)
const rest = live('re_rest', 250_000n, 20)

/** What a processor would tell of refunds that were made one after another, some of which failed later. */
const history = fc
  .array(fc.record({ amountMinor: fc.bigInt({ min: 1n, max: 40_000n }), fails: fc.boolean(), isTold: fc.boolean() }), { maxLength: 7 })
  .map((made) => {
    const refunds: RefundReport[] = []
    const totals: TotalReport[] = []
    let sum = 0n
    made.forEach(({ amountMinor, fails, isTold }, index) => {
      const refund = live(`re_${index}`, amountMinor, index * 10)
      sum += amountMinor
      refunds.push(refund)
      if (isTold) totals.push(total(sum, index * 10 + 1))
      if (!fails) return
      sum -= amountMinor
      refunds.push(failed(refund, index * 10 + 5))
      // The same failure is told under two names.
      refunds.push(failed(refund, index * 10 + 15))
    })
    return { refunds, totals, sum }
  })

describe('how much of a payment is given back', () => {
  it('is nothing where no refund is told of', () => {
    expect(refunded([])).toBe(0n)
    expect(refunded([], [total(0n, 1)])).toBe(0n)
  })

  it('is the sum of its refunds, each counted once however often it is told', () => {
    expect(refunded([half])).toBe(50_000n)
    expect(refunded([half, half, rest, half])).toBe(300_000n)
    expect(refunded([half, { ...half, reportedAt: at(99) }])).toBe(50_000n)
  })

  it('is the running total where single refunds were never told', () => {
    expect(refunded([], [total(50_000n, 10)])).toBe(50_000n)
    expect(refunded([], [total(50_000n, 10), total(300_000n, 20)])).toBe(300_000n)
    expect(refunded([], [total(300_000n, 20), total(50_000n, 10)])).toBe(300_000n)
  })

  it('does not add running totals up, nor a total to the refunds that are in it', () => {
    expect(refunded([half, rest], [total(50_000n, 11), total(300_000n, 21)])).toBe(300_000n)
    expect(refunded([half], [total(50_000n, 10)])).toBe(50_000n)
  })

  it('is brought up to date by a refund made after the latest total that is known', () => {
    expect(refunded([rest], [total(50_000n, 11)])).toBe(300_000n)
  })

  it('is never more than was paid, whatever is told', () => {
    expect(refunded([half, rest, live('re_more', 100_000n, 30)])).toBe(300_000n)
    expect(refunded([], [total(900_000n, 10)])).toBe(300_000n)
    expect(refunded([half], [], 20_000n)).toBe(20_000n)
    expect(refunded([half], [], 0n)).toBe(0n)
  })

  it('leaves out a refund that failed, whichever message came first', () => {
    expect(refunded([half, rest, failed(rest, 30)])).toBe(50_000n)
    expect(refunded([failed(rest, 30), rest, half])).toBe(50_000n)
    expect(refunded([half, rest, failed(rest, 30)], [total(300_000n, 21)])).toBe(50_000n)
    expect(refunded([failed(half, 30)])).toBe(0n)
  })

  it('takes a failure as final, also where an older state is told with a later date', () => {
    expect(refunded([failed(half, 30), { ...half, reportedAt: at(40) }])).toBe(0n)
    expect(refunded([half, failed(half, 10)])).toBe(0n)
  })

  it('takes a failed refund off a total only once, and not off one that was told after the failure', () => {
    const other = live('re_other', 30_000n, 40)
    expect(refunded([half, failed(half, 30), other], [total(30_000n, 41)])).toBe(30_000n)
    // Known by totals alone are 60,000; the failure is told by two messages, one of them after the latest total.
    expect(refunded([failed(half, 30), failed(half, 60)], [total(110_000n, 20), total(60_000n, 50)])).toBe(60_000n)
  })

  it('takes off a refund that failed in the very second in which it was made and totalled', () => {
    expect(refunded([half, failed(half, 10)], [total(50_000n, 10)])).toBe(0n)
  })

  it('is never below nothing', () => {
    expect(refunded([failed(half, 30)], [total(10_000n, 20)])).toBe(0n)
  })

  it('of two totals told of the same second is the larger: the later of the two', () => {
    expect(refunded([], [total(50_000n, 10), total(300_000n, 10)])).toBe(300_000n)
    expect(refunded([], [total(300_000n, 10), total(50_000n, 10)])).toBe(300_000n)
  })

  it('is exact wherever every refund was told, whatever failed and whichever totals came', () => {
    fc.assert(
      fc.property(history, ({ refunds, totals, sum }) => {
        expect(refunded(refunds, totals)).toBe(sum)
      }),
    )
  })

  it('does not depend on the order of the messages, nor on how often each came', () => {
    const orders = history.chain(({ refunds, totals }) => {
      const twice = [...refunds, ...refunds]
      const totalsTwice = [...totals, ...totals]
      return fc.tuple(
        fc.constant({ refunds, totals }),
        fc.shuffledSubarray(twice, { minLength: twice.length }),
        fc.shuffledSubarray(totalsTwice, { minLength: totalsTwice.length }),
      )
    })
    fc.assert(
      fc.property(orders, ([{ refunds, totals }, refundsShuffled, totalsShuffled]) => {
        expect(refunded(refundsShuffled, totalsShuffled)).toBe(refunded(refunds, totals))
      }),
    )
  })

  it('is a function of the set of reports, however little they fit together', () => {
    const report = fc.record({
      refundRef: fc.constantFrom('re_a', 're_b'),
      amountMinor: fc.bigInt({ min: 0n, max: 5n }),
      state: fc.constantFrom('live', 'failed'),
      createdAt: fc.integer({ min: 0, max: 3 }).map(at),
      reportedAt: fc.integer({ min: 0, max: 3 }).map(at),
    })
    const totals = fc.array(
      fc.tuple(fc.bigInt({ min: 0n, max: 9n }), fc.integer({ min: 0, max: 3 })).map(([sum, second]) => total(sum, second)),
    )
    const orders = fc
      .array(report, { maxLength: 5 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(orders, totals, ([list, shuffled], told) => {
        const one = refunded(list, told, 8n)
        expect(refunded(shuffled, [...told].reverse(), 8n)).toBe(one)
        expect(one >= 0n && one <= 8n).toBe(true)
      }),
    )
  })
})
