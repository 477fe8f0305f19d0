import { describe, expect, it } from 'vitest'
import type { ClinchError } from '../../../kernel/errors.ts'
import { readTarget } from './goal-target.ts'

const wrongField = (given: Parameters<typeof readTarget>[1], metric: Parameters<typeof readTarget>[0]): unknown => {
  try {
    return readTarget(metric, given, 'USD')
  } catch (error) {
    return (error as ClinchError).details.fields
  }
}

describe('what is to be reached', () => {
  it('is kept as whole calls, hundredths of a percent, or minor units', () => {
    expect(readTarget('closes', { count: 12 }, 'USD')).toEqual({ target: 12n, currency: null })
    expect(readTarget('show_rate', { rate: 0.725 }, 'USD')).toEqual({ target: 7_250n, currency: null })
    expect(readTarget('net_cash', { amount: { amount: '50000.50', currency: 'USD' } }, 'USD')).toEqual({
      target: 5_000_050n,
      currency: 'USD',
    })
    expect(readTarget('net_cash', { amount: { amount: '900', currency: 'JPY' } }, 'JPY')).toEqual({ target: 900n, currency: 'JPY' })
  })

  it.each([
    ['closes', {}, 'count'],
    ['closes', { count: 0 }, 'count'],
    ['closes', { count: 2.5 }, 'count'],
    ['closes', { count: 1_000_001 }, 'count'],
    ['closes', { rate: 0.5 }, 'rate'],
    ['closes', { count: 5, amount: { amount: '5', currency: 'USD' } }, 'amount'],
    ['close_rate', {}, 'rate'],
    ['close_rate', { rate: 0 }, 'rate'],
    ['close_rate', { rate: 1.01 }, 'rate'],
    ['close_rate', { rate: Number.NaN }, 'rate'],
    ['net_cash', {}, 'amount'],
    ['net_cash', { count: 4 }, 'count'],
    ['net_cash', { amount: { amount: '0.00', currency: 'USD' } }, 'amount.amount'],
    ['net_cash', { amount: { amount: '-5.00', currency: 'USD' } }, 'amount.amount'],
    ['net_cash', { amount: { amount: '5.001', currency: 'USD' } }, 'amount.amount'],
    ['net_cash', { amount: { amount: '99999999999999999', currency: 'USD' } }, 'amount.amount'],
    ['net_cash', { amount: { amount: '5.00', currency: 'EUR' } }, 'amount.currency'],
  ] as const)('of %s is not %j, which is said of %s', (metric, given, path) => {
    expect(wrongField(given, metric)).toEqual([{ path, message: expect.any(String) as string }])
  })
})
