import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disputeEffect, type DisputeReport, type DisputeState, standingDisputes } from './dispute-effect.ts'

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 20) + second * 1000)
const told = (state: DisputeState, second: number, amountMinor = 200_000n, disputeRef = 'dp_1', currency = 'USD'): DisputeReport => ({
  disputeRef,
  state,
  amountMinor,
  currency,
  reportedAt: at(second),
})
const effect = (reports: readonly DisputeReport[], refundedMinor = 0n, amountMinor = 300_000n) =>
  disputeEffect({ amountMinor, currency: 'USD', refundedMinor, reports })

const nothing = { disputedMinor: 0n, lostMinor: 0n }
const held = { disputedMinor: 200_000n, lostMinor: 0n }
const lost = { disputedMinor: 0n, lostMinor: 200_000n }

describe('what a dispute does to a payment', () => {
  it('is nothing where none is told of', () => {
    expect(effect([])).toEqual(nothing)
  })

  it('is that its amount is held while it is open, and taken back once it is lost', () => {
    expect(effect([told('open', 1)])).toEqual(held)
    expect(effect([told('open', 1), told('lost', 9)])).toEqual(lost)
  })

  it('is nothing once it is won, or closed before it took anything', () => {
    expect(effect([told('open', 1), told('won', 9)])).toEqual(nothing)
    expect(effect([told('open', 1), told('closed', 9)])).toEqual(nothing)
  })

  it('is nothing while somebody only inquires', () => {
    expect(effect([told('inquiry', 1)])).toEqual(nothing)
    expect(effect([told('inquiry', 1), told('closed', 5)])).toEqual(nothing)
    expect(effect([told('inquiry', 1), told('open', 5)])).toEqual(held)
  })

  it('is the same in whatever order its beginning and its end are told', () => {
    expect(effect([told('lost', 9), told('open', 1)])).toEqual(lost)
    expect(effect([told('won', 9), told('open', 1), told('inquiry', 0)])).toEqual(nothing)
  })

  it('is undone by an appeal that is won, and held while that is open', () => {
    const appealed = [told('open', 1), told('lost', 9), told('open', 20)]
    expect(effect(appealed)).toEqual(held)
    expect(effect([told('won', 30), ...appealed])).toEqual(nothing)
    expect(effect([told('lost', 30), ...appealed])).toEqual(lost)
  })

  it('goes by how far it is along where all is told of one moment', () => {
    expect(effect([told('lost', 1), told('open', 1)])).toEqual(lost)
    expect(effect([told('won', 1), told('lost', 1), told('open', 1), told('inquiry', 1)])).toEqual(nothing)
  })

  it('takes the larger of two amounts that are told of one moment', () => {
    expect(effect([told('lost', 1, 100n), told('lost', 1, 90n)])).toEqual({ disputedMinor: 0n, lostMinor: 100n })
  })

  it('takes back once what is told as a refund too', () => {
    expect(effect([told('lost', 9)], 300_000n)).toEqual(nothing)
    expect(effect([told('lost', 9)], 150_000n)).toEqual({ disputedMinor: 0n, lostMinor: 150_000n })
    expect(effect([told('open', 9)], 250_000n)).toEqual({ disputedMinor: 50_000n, lostMinor: 0n })
  })

  it('adds up over several disputes, never beyond the payment', () => {
    const two = [told('lost', 1, 200_000n, 'dp_1'), told('open', 1, 200_000n, 'dp_2')]
    expect(effect(two)).toEqual({ disputedMinor: 100_000n, lostMinor: 200_000n })
  })

  it('is all of the payment where it is told in another currency', () => {
    expect(effect([told('lost', 1, 5n, 'dp_1', 'EUR')])).toEqual({ disputedMinor: 0n, lostMinor: 300_000n })
  })
})

const states: DisputeState[] = ['inquiry', 'open', 'won', 'lost', 'closed']
const report = fc.record({
  disputeRef: fc.constantFrom('dp_a', 'dp_b', 'dp_c'),
  state: fc.constantFrom(...states),
  amountMinor: fc.bigInt({ min: 0n, max: 12n }),
  currency: fc.constantFrom('USD', 'EUR'),
  reportedAt: fc.integer({ min: 0, max: 3 }).map(at),
})

describe('whatever is told of disputes', () => {
  it('comes to the same in any order, however often each is told', () => {
    const orders = fc
      .array(report, { maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })))
    fc.assert(
      fc.property(orders, fc.bigInt({ min: 0n, max: 10n }), ([list, shuffled], refundedMinor) => {
        expect(effect(shuffled, refundedMinor, 10n)).toEqual(effect(list, refundedMinor, 10n))
        expect(standingDisputes(shuffled).length).toBe(new Set(list.map(({ disputeRef }) => disputeRef)).size)
      }),
    )
  })

  it('never takes or holds more than refunds left, and nothing is below nothing', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), fc.bigInt({ min: 0n, max: 10n }), (list, refundedMinor) => {
        const { disputedMinor, lostMinor } = effect(list, refundedMinor, 10n)
        expect(disputedMinor >= 0n && lostMinor >= 0n).toBe(true)
        expect(refundedMinor + lostMinor + disputedMinor <= 10n).toBe(true)
      }),
    )
  })

  it('takes back no more for being refunded too: the two together are at most what either alone could come to in full', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), fc.bigInt({ min: 0n, max: 10n }), (list, refundedMinor) => {
        const alone = effect(list, 0n, 10n).lostMinor
        const together = refundedMinor + effect(list, refundedMinor, 10n).lostMinor
        expect(together <= alone + refundedMinor && together >= (alone > refundedMinor ? alone : refundedMinor)).toBe(true)
      }),
    )
  })
})
