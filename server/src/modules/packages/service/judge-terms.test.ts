import { describe, expect, it } from 'vitest'
import { judgeTerms, type PackageTerms } from './judge-terms.ts'

const money = (amountMinor: bigint, currency = 'USD') => ({ amountMinor, currency })
const terms = (change: Partial<PackageTerms>): PackageTerms => ({
  price: money(900_000n),
  paidInFull: true,
  instalments: null,
  deposit: null,
  ...change,
})
const refused = (change: Partial<PackageTerms>) => judgeTerms(terms(change)).map(({ path }) => path)

describe('the terms of a package', () => {
  it('may be in full, in instalments, or either, with a deposit or without', () => {
    const instalments = { amount: money(300_000n) }
    expect(refused({})).toEqual([])
    expect(refused({ paidInFull: false, instalments })).toEqual([])
    expect(refused({ instalments, deposit: money(1n) })).toEqual([])
    // A plan may come to more or less than the price.
    expect(refused({ instalments: { amount: money(900_000n) }, deposit: money(899_999n) })).toEqual([])
  })

  it('are refused at each field that cannot be', () => {
    expect(refused({ price: money(0n) })).toEqual(['price.amount'])
    expect(refused({ paidInFull: false })).toEqual(['paidInFull'])
    expect(refused({ instalments: { amount: money(0n) }, deposit: money(-1n) })).toEqual(['instalments.amount.amount', 'deposit.amount'])
    expect(refused({ instalments: { amount: money(900_001n) }, deposit: money(900_000n) })).toEqual([
      'instalments.amount.amount',
      'deposit.amount',
    ])
    expect(refused({ instalments: { amount: money(300_000n, 'EUR') }, deposit: money(1n, 'JPY') })).toEqual([
      'instalments.amount.currency',
      'deposit.currency',
    ])
  })
})
