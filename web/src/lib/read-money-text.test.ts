import { describe, expect, it } from 'vitest'
import { readMoneyText } from './read-money-text.ts'

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
})
