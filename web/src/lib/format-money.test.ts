import { describe, expect, it } from 'vitest'
import { currencyDigits, currencySymbol, formatMoney, formatMoneyAxis } from './format-money.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('formatMoney', () => {
  it('shows the cents in tables and rounds to units in tiles', () => {
    expect(formatMoney(usd('3000'))).toBe('$3,000.00')
    expect(formatMoney(usd('238960.49'), { precision: 'whole' })).toBe('$238,960')
    expect(formatMoney(usd('238960.50'), { precision: 'whole' })).toBe('$238,961')
  })

  it('writes a true minus, and none before a rounded zero', () => {
    expect(formatMoney(usd('-100.00'))).toBe('−$100.00')
    expect(formatMoney(usd('-0.30'), { precision: 'whole' })).toBe('$0')
  })

  it('puts a plus before a gain when differences are told', () => {
    expect(formatMoney(usd('108'), { sign: 'always' })).toBe('+$108.00')
    expect(formatMoney(usd('-108'), { sign: 'always' })).toBe('−$108.00')
    expect(formatMoney(usd('0'), { sign: 'always' })).toBe('$0.00')
  })

  it('follows the minor digits of the currency', () => {
    expect(formatMoney({ amount: '5000', currency: 'JPY' })).toBe('¥5,000')
    expect(formatMoney({ amount: '1.234', currency: 'KWD' }).replace('\u00a0', ' ')).toBe('KWD 1.234')
  })

  it('shows the digits that the API gives, also where the browser would show none', () => {
    const money = { amount: '3000.50', currency: 'HUF' }
    expect(formatMoney(money).replace('\u00a0', ' ')).toBe('HUF 3,000.50')
    expect(formatMoney(money, { precision: 'whole' }).replace('\u00a0', ' ')).toBe('HUF 3,001')
    expect(['HUF', 'PKR', 'COP', 'IDR', 'IQD'].map(currencyDigits)).toEqual([2, 2, 2, 2, 3])
  })

  it('keeps every digit of an amount too large for floating point', () => {
    expect(formatMoney(usd('9007199254740993.01'))).toBe('$9,007,199,254,740,993.01')
  })

  it('refuses what is not a plain decimal', () => {
    expect(() => formatMoney(usd('1e3'))).toThrow(RangeError)
    expect(() => formatMoney(usd('1,200'))).toThrow(RangeError)
    expect(() => formatMoney(usd(''))).toThrow(RangeError)
  })
})

describe('formatMoneyAxis', () => {
  it('abbreviates with a small k', () => {
    expect(formatMoneyAxis(50_000, 'USD')).toBe('$50k')
    expect(formatMoneyAxis(1_250_000, 'USD')).toBe('$1.3M')
    expect(formatMoneyAxis(0, 'USD')).toBe('$0')
    expect(formatMoneyAxis(-50_000, 'USD')).toBe('−$50k')
  })
})

describe('the currency itself', () => {
  it('has a symbol and a number of minor digits', () => {
    expect(currencySymbol('USD')).toBe('$')
    expect(currencySymbol('EUR')).toBe('€')
    expect([currencyDigits('USD'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([2, 0, 3])
  })
})
