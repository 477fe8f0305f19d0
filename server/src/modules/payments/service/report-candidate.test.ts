import { describe, expect, it } from 'vitest'
import { type ComparedMoney, rankCandidates } from './report-candidate.ts'

const money = (id: string, days: number, change: Partial<ComparedMoney> = {}): ComparedMoney => ({
  id,
  leadId: 'dana',
  amountMinor: 300_000n,
  currency: 'USD',
  paidAt: new Date(Date.UTC(2026, 10, 20 + days, 15)),
  ...change,
})
const report = money('report', 0)
const within = { days: 3, timeZone: 'America/New_York' }
const ranked = (...others: ComparedMoney[]) =>
  rankCandidates(report, others, within).map(({ paymentId, differs }) => `${paymentId}: ${differs}`)

describe('what may be the money of a report', () => {
  it('is ranked by how it differs, then by how near it is', () => {
    expect(
      ranked(
        money('euros', 0, { currency: 'EUR' }),
        money('wife', 0, { leadId: 'sam' }),
        money('less', 1, { amountMinor: 295_000n }),
        money('late', 9),
        money('alike', 2),
      ),
    ).toEqual(['alike: none', 'late: day', 'less: amount', 'wife: lead', 'euros: currency'])
    expect(ranked(money('far', 3), money('near', 1))).toEqual(['near: none', 'far: none'])
  })

  it('differs in one thing at most: of another lead only the very amount, outside of the days only the same lead’s', () => {
    expect(
      ranked(money('a', 0, { leadId: 'sam', amountMinor: 1n }), money('b', 5, { amountMinor: 1n }), money('c', 5, { leadId: 'sam' })),
    ).toEqual([])
    expect(ranked(money('ages', 61))).toEqual([])
    expect(rankCandidates({ ...report, leadId: null }, [money('nobody’s', 0, { leadId: null })], within)).toMatchObject([
      { differs: 'lead' },
    ])
  })

  it('is five at most, each with its reason', () => {
    expect(
      rankCandidates(
        report,
        [1, 2, 3, 4, 5, 6].map((nth) => money(`p${nth}`, 0)),
        within,
      ),
    ).toHaveLength(5)
    const reason = (other: ComparedMoney) => rankCandidates(report, [other], within)[0]?.reason
    expect(reason(money('x', 1, { amountMinor: 295_000n }))).toBe('The same lead, 1 day apart, but 50.00 USD less.')
    expect(reason(money('x', 0, { leadId: 'sam' }))).toBe('The same amount, on the same day, but not known as the same lead.')
    expect(reason(money('x', 9))).toBe('The same lead and amount, but 9 days apart.')
  })
})
