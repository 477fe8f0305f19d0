import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DatedMoney, matchReports } from './match-report.ts'

const dayMs = 86_400_000
const at = (days: number): Date => new Date(Date.UTC(2026, 10, 20, 15) + days * dayMs)
const money = (name: string, days: number, amountMinor = 300_000n, currency = 'USD'): DatedMoney => ({
  id: name,
  purchaseRef: name,
  amountMinor,
  currency,
  paidAt: at(days),
})

const newYork = 'America/New_York'
const pairs = (reports: DatedMoney[], payments: DatedMoney[], days = 3) => matchReports(reports, payments, { days, timeZone: newYork })

describe('reported cash and the processor’s payment', () => {
  it('of one amount and within the days allowed are the same money, whichever came first', () => {
    expect(pairs([money('report', 0)], [money('payment', 2)])).toEqual([['report', 'payment']])
    expect(pairs([money('report', 2)], [money('payment', 0)])).toEqual([['report', 'payment']])
  })

  it('lie as many days apart as the organization’s calendar says, whatever the hour', () => {
    const from = (instant: string) => [{ ...money('payment', 0), paidAt: new Date(instant) }]
    // Reported on the 20th, at ten in the morning in New York.
    const report = [money('report', 0)]
    expect(pairs(report, from('2026-11-24T04:59:59.999Z'))).toHaveLength(1)
    expect(pairs(report, from('2026-11-24T05:00:00Z'))).toEqual([])
    expect(pairs(report, from('2026-11-17T05:00:00Z'))).toHaveLength(1)
    expect(pairs(report, from('2026-11-17T04:59:59.999Z'))).toEqual([])
  })

  it('are the same money of the same day alone where no day is allowed between', () => {
    const from = (instant: string) => [{ ...money('payment', 0), paidAt: new Date(instant) }]
    expect(pairs([money('report', 0)], from('2026-11-21T04:59:59Z'), 0)).toHaveLength(1)
    expect(pairs([money('report', 0)], from('2026-11-20T05:00:00Z'), 0)).toHaveLength(1)
    expect(pairs([money('report', 0)], from('2026-11-21T05:00:00Z'), 0)).toEqual([])
    expect(matchReports([money('report', 0)], from('2026-11-21T01:00:00Z'), { days: 0, timeZone: 'Europe/Berlin' })).toEqual([])
  })

  it('of another amount, by a cent even, or of another currency are not the same money', () => {
    expect(pairs([money('report', 0)], [money('payment', 0, 300_001n)])).toEqual([])
    expect(pairs([money('report', 0)], [money('payment', 0, 300_000n, 'CAD')])).toEqual([])
  })

  it('are tied one to one, so that two reports of one payment leave one of them standing', () => {
    expect(pairs([money('one', 0), money('two', 0)], [money('payment', 0)])).toEqual([['one', 'payment']])
    expect(pairs([money('report', 0)], [money('early', -1), money('late', 1), money('same', 0)])).toEqual([['report', 'same']])
  })

  it('are tied as often as can be, also where the nearest pair is not one of them', () => {
    expect(pairs([money('one', 1), money('four', 4)], [money('three', 3), money('six', 6)])).toEqual([
      ['one', 'three'],
      ['four', 'six'],
    ])
  })

  it('are tied with the least time between, where as many are tied otherwise too', () => {
    expect(pairs([money('first', 0), money('second', 2)], [money('a', 2), money('b', 0.5)])).toEqual([
      ['first', 'b'],
      ['second', 'a'],
    ])
    expect(pairs([money('far', 0), money('near', 2)], [money('payment', 3)])).toEqual([['near', 'payment']])
  })

  it('are told apart by their names where all else is equal, not by what came first', () => {
    const named = (purchaseRef: string, id: string): DatedMoney => ({ ...money(purchaseRef, 0), id })
    expect(pairs([money('report', 0)], [named('pi_a', '2'), named('pi_b', '1')])).toEqual([['report', '2']])
    expect(pairs([named('b', '1'), named('a', '2')], [money('payment', 0)])).toEqual([['2', 'payment']])
    expect(pairs([money('report', 0)], [money('earlier', -1), money('later', 1)])).toEqual([['report', 'earlier']])
  })

  it('are none where one side is empty', () => {
    expect(pairs([], [money('payment', 0)])).toEqual([])
    expect(pairs([money('report', 0)], [])).toEqual([])
  })

  it('are tied in no time where they are very many', () => {
    const many = (prefix: string, shift: number) => Array.from({ length: 1_000 }, (_, nth) => money(`${prefix}${nth}`, nth / 50 + shift))
    expect(pairs(many('r', 0), many('p', 2), 30)).toHaveLength(1_000)
  })

  const several = (prefix: string, maxLength = 7) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(100n, 200n), fc.constantFrom('USD', 'EUR')), { maxLength })
      .map((list) => list.map(([halves, amount, currency], index) => money(`${prefix}${index}`, halves / 2, amount, currency)))
  const shuffled = (prefix: string) =>
    several(prefix).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

  it('are tied alike in whatever order they are given, and in whatever order they came', () => {
    const byName = (tied: readonly (readonly string[])[]) => tied.map((pair) => pair.map((id) => id.replace(/^\d+ /, '')))
    const cameSo = (list: readonly DatedMoney[]) => list.map((one, nth) => ({ ...one, id: `${String(nth).padStart(2, '0')} ${one.id}` }))
    fc.assert(
      fc.property(shuffled('r'), shuffled('p'), ([reports, otherReports], [payments, otherPayments]) => {
        expect(pairs(otherReports, otherPayments)).toEqual(pairs(reports, payments))
        expect(byName(pairs(cameSo(otherReports), cameSo(otherPayments)))).toEqual(pairs(reports, payments))
      }),
    )
  })

  const daysBetween = (a: Date, b: Date): number => {
    const dayOf = (instant: Date) => Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: newYork, dateStyle: 'short' }).format(instant))
    return Math.abs(dayOf(a) - dayOf(b)) / dayMs
  }
  const areAlike = (report: DatedMoney, payment: DatedMoney): boolean =>
    report.amountMinor === payment.amountMinor && report.currency === payment.currency && daysBetween(report.paidAt, payment.paidAt) <= 3

  interface Tally {
    pairs: number
    apart: number
  }
  const isBetter = (one: Tally, other: Tally): boolean => one.pairs > other.pairs || (one.pairs === other.pairs && one.apart < other.apart)

  /** Every way there is, one after the other. */
  function bestOf([report, ...others]: DatedMoney[], payments: DatedMoney[]): Tally {
    if (!report) return { pairs: 0, apart: 0 }
    let best = bestOf(others, payments)
    for (const payment of payments.filter((one) => areAlike(report, one))) {
      const rest = bestOf(
        others,
        payments.filter((one) => one !== payment),
      )
      const way = { pairs: rest.pairs + 1, apart: rest.apart + Math.abs(report.paidAt.getTime() - payment.paidAt.getTime()) }
      if (isBetter(way, best)) best = way
    }
    return best
  }

  it('are tied at most once each, only to their like, the most of them, and those the nearest in all', () => {
    fc.assert(
      fc.property(several('r', 5), several('p', 5), (reports, payments) => {
        const tied = pairs(reports, payments)
        expect(new Set(tied.flat()).size).toBe(tied.length * 2)
        let apart = 0
        for (const [reportId, paymentId] of tied) {
          const [report, payment] = [reports.find(({ id }) => id === reportId), payments.find(({ id }) => id === paymentId)]
          expect(report && payment && areAlike(report, payment)).toBe(true)
          if (report && payment) apart += Math.abs(report.paidAt.getTime() - payment.paidAt.getTime())
        }
        expect({ pairs: tied.length, apart }).toEqual(bestOf(reports, payments))
      }),
    )
  })
})
