import { describe, expect, it } from 'vitest'
import { moneyText, readMoneyText } from './read-money-text.ts'

describe('readMoneyText', () => {
  it('reads what people type as an exact amount', () => {
    for (const text of ['1200', '1,200', '1,200.00', '$1,200', ' 1200.0 ', 'USD 1200', '001200']) {
      expect(readMoneyText(text, 'USD')).toEqual({ ok: true, amount: '1200.00' })
    }
    expect(readMoneyText('5,000', 'JPY')).toEqual({ ok: true, amount: '5000' })
    expect(readMoneyText('1.5', 'KWD')).toEqual({ ok: true, amount: '1.500' })
    expect(readMoneyText('0.05', 'USD')).toEqual({ ok: true, amount: '0.05' })
  })

  it('refuses what leaves a doubt, with an example of what is wanted', () => {
    for (const text of ['12,0x', '1,20', '1.200,00', '', 'abc', '-5', '1e3', '.5']) {
      expect(readMoneyText(text, 'USD')).toEqual({ ok: false, message: 'Enter an amount, such as 1,200.00' })
    }
    expect(readMoneyText('x', 'JPY')).toEqual({ ok: false, message: 'Enter an amount, such as 1,200' })
  })

  it('refuses more digits than the currency has', () => {
    expect(readMoneyText('1.234', 'USD')).toEqual({ ok: false, message: 'USD has at most 2 digits after the point' })
    expect(readMoneyText('1.5', 'JPY')).toEqual({ ok: false, message: 'JPY has no digits after the point' })
  })

  it('reads what the API writes, also in a currency of which the browser shows no digits', () => {
    expect(readMoneyText('3000.00', 'HUF')).toEqual({ ok: true, amount: '3000.00' })
  })

  it('reads less than nothing where that can be', () => {
    for (const text of ['-50', '−50.00', '$-50', '-$50', ' - 50 ']) {
      expect(readMoneyText(text, 'USD', { signed: true })).toEqual({ ok: true, amount: '-50.00' })
    }
    expect(readMoneyText('50', 'USD', { signed: true })).toEqual({ ok: true, amount: '50.00' })
    expect(readMoneyText('5-0', 'USD', { signed: true }).ok).toBe(false)
    expect(readMoneyText('--50', 'USD', { signed: true }).ok).toBe(false)
  })
})

describe('money that is to be changed', () => {
  it('stands in its field as it reads again', () => {
    expect(moneyText({ amount: '1200', currency: 'USD' })).toBe('1,200.00')
    expect(moneyText({ amount: '-1200.50', currency: 'HUF' })).toBe('-1,200.50')
  })
})
