import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DatedMoney, matchReports } from './match-report.ts'

const dayMs = 86_400_000
const at = (days: number): Date => new Date(Date.UTC(2026, 10, 20, 15) + days * dayMs)
const money = (id: string, days: number, amountMinor = 300_000n, currency = 'USD'): DatedMoney => ({
  id,
  amountMinor,
  currency,
  paidAt: at(days),
})

const pairs = (reports: DatedMoney[], payments: DatedMoney[], windowDays = 3) => matchReports(reports, payments, windowDays)

describe('reported cash and the processor’s payment', () => {
  it('of one amount and within the days allowed are the same money, whichever came first', () => {
    expect(pairs([money('report', 0)], [money('payment', 2)])).toEqual([['report', 'payment']])
    expect(pairs([money('report', 2)], [money('payment', 0)])).toEqual([['report', 'payment']])
  })

  it('may lie exactly as many days apart as allowed, and not a millisecond more', () => {
    const late = { ...money('payment', 3), paidAt: new Date(at(3).getTime() + 1) }
    expect(pairs([money('report', 0)], [money('payment', 3)])).toHaveLength(1)
    expect(pairs([money('report', 0)], [late])).toEqual([])
    expect(pairs([money('report', 0)], [money('payment', 0)], 0)).toHaveLength(1)
  })

  it('of another amount, by a cent even, or of another currency are not the same money', () => {
    expect(pairs([money('report', 0)], [money('payment', 0, 300_001n)])).toEqual([])
    expect(pairs([money('report', 0)], [money('payment', 0, 300_000n, 'CAD')])).toEqual([])
  })

  it('are tied one to one, so that two reports of one payment leave one of them standing', () => {
    expect(pairs([money('one', 0), money('two', 0)], [money('payment', 0)])).toEqual([['one', 'payment']])
    expect(pairs([money('report', 0)], [money('early', -1), money('late', 1), money('same', 0)])).toEqual([['report', 'same']])
  })

  it('nearest in time are tied first', () => {
    const tied = pairs([money('first', 0), money('second', 2)], [money('a', 2), money('b', 0.5)])
    expect(tied).toEqual([
      ['second', 'a'],
      ['first', 'b'],
    ])
  })

  it('are none where one side is empty', () => {
    expect(pairs([], [money('payment', 0)])).toEqual([])
    expect(pairs([money('report', 0)], [])).toEqual([])
  })

  const several = (prefix: string) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(100n, 200n), fc.constantFrom('USD', 'EUR')), { maxLength: 7 })
      .map((list) => list.map(([days, amount, currency], index) => money(`${prefix}${index}`, days, amount, currency)))
  const shuffled = (prefix: string) =>
    several(prefix).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

  it('are tied alike in whatever order they are given', () => {
    fc.assert(
      fc.property(shuffled('r'), shuffled('p'), ([reports, otherReports], [payments, otherPayments]) => {
        expect(pairs(otherReports, otherPayments)).toEqual(pairs(reports, payments))
      }),
    )
  })

  it('are tied at most once each, only to their like, and none that could be tied is left with nobody', () => {
    fc.assert(
      fc.property(several('r'), several('p'), (reports, payments) => {
        const tied = pairs(reports, payments)
        const isLike = (report: DatedMoney, payment: DatedMoney) =>
          report.amountMinor === payment.amountMinor &&
          report.currency === payment.currency &&
          Math.abs(report.paidAt.getTime() - payment.paidAt.getTime()) <= 3 * dayMs
        const takenReports = new Set(tied.map(([report]) => report))
        const takenPayments = new Set(tied.map(([, payment]) => payment))
        expect(takenReports.size).toBe(tied.length)
        expect(takenPayments.size).toBe(tied.length)
        for (const report of reports) {
          for (const payment of payments) {
            const areTied = tied.some(([one, other]) => one === report.id && other === payment.id)
            if (areTied) expect(isLike(report, payment)).toBe(true)
            if (!takenReports.has(report.id) && !takenPayments.has(payment.id)) expect(isLike(report, payment)).toBe(false)
          }
        }
      }),
    )
  })
})
