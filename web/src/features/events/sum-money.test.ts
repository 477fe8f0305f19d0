import { describe, expect, it } from 'vitest'
import { sumMoney } from './sum-money.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('a sum of money', () => {
  it('is exact where floating point is not', () => {
    expect(sumMoney([usd('0.10'), usd('0.20')], 'USD')).toEqual(usd('0.30'))
    expect(sumMoney([usd('90071992547409.93'), usd('0.01')], 'USD')).toEqual(usd('90071992547409.94'))
  })

  it('takes refunds off, below zero if need be', () => {
    expect(sumMoney([usd('100.00'), usd('-100.05')], 'USD')).toEqual(usd('-0.05'))
    expect(sumMoney([], 'USD')).toEqual(usd('0.00'))
  })

  it('has as many digits as its currency', () => {
    expect(sumMoney([{ amount: '5000', currency: 'JPY' }], 'JPY')).toEqual({ amount: '5000', currency: 'JPY' })
    expect(sumMoney([{ amount: '3000.00', currency: 'HUF' }], 'HUF')).toEqual({ amount: '3000.00', currency: 'HUF' })
    expect(sumMoney([{ amount: '1.005', currency: 'KWD' }], 'KWD')).toEqual({ amount: '1.005', currency: 'KWD' })
  })

  it('refuses to add another currency', () => {
    expect(() => sumMoney([{ amount: '1.00', currency: 'EUR' }], 'USD')).toThrow(RangeError)
  })
})
