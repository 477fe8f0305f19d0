import { describe, expect, it } from 'vitest'
import { everyInWords, termsInWords } from './package-terms.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('the terms of a package in words', () => {
  it('say every way in which it may be paid', () => {
    const price = usd('9000.00')
    const instalments = { count: 3, amount: usd('3200.00'), every: 1, interval: 'MONTH' } as const
    expect(termsInWords({ price, paidInFull: true, instalments: null, deposit: null })).toBe('In full')
    expect(termsInWords({ price, paidInFull: false, instalments, deposit: null })).toBe('3 × $3,200.00 monthly')
    expect(termsInWords({ price, paidInFull: true, instalments, deposit: usd('500.00') })).toBe(
      'In full, or 3 × $3,200.00 monthly. Deposit $500.00',
    )
  })

  it('show each currency with its own decimals', () => {
    const yen = { amount: '150000', currency: 'JPY' }
    const instalments = {
      count: 2,
      amount: { amount: '100.125', currency: 'KWD' },
      every: 14,
      interval: 'DAY',
    } as const
    expect(termsInWords({ price: yen, paidInFull: true, instalments: null, deposit: yen })).toBe(
      'In full. Deposit ¥150,000',
    )
    expect(termsInWords({ price: instalments.amount, paidInFull: false, instalments, deposit: null })).toBe(
      '2 × KWD\u00a0100.125 every 2 weeks',
    )
  })

  it('say how far apart instalments are as people do', () => {
    const days = [1, 7, 21, 30].map((every) => everyInWords(every, 'DAY'))
    expect(days).toEqual(['daily', 'weekly', 'every 3 weeks', 'every 30 days'])
    const months = [1, 3, 12].map((every) => everyInWords(every, 'MONTH'))
    expect(months).toEqual(['monthly', 'every 3 months', 'yearly'])
  })
})
