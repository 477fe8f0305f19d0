import { describe, expect, it } from 'vitest'
import { decidePaymentStatus } from './payment-status.ts'

const status = (amountMinor: bigint, refundedMinor: bigint, { origin = 'processor', lostMinor = 0n, disputedMinor = 0n } = {}) =>
  decidePaymentStatus({ origin, amountMinor, refundedMinor, lostMinor, disputedMinor })

describe('where a payment stands', () => {
  it('is that it succeeded while nothing was given back', () => {
    expect(status(300_000n, 0n)).toBe('succeeded')
  })

  it('is that a part was given back, from the first cent to all but the last', () => {
    expect(status(300_000n, 1n)).toBe('partially_refunded')
    expect(status(300_000n, 299_999n)).toBe('partially_refunded')
  })

  it('is that all was given back', () => {
    expect(status(300_000n, 300_000n)).toBe('refunded')
    expect(status(1n, 1n)).toBe('refunded')
  })

  it('is only reported where a form tells of it, and no processor', () => {
    expect(status(300_000n, 0n, { origin: 'form' })).toBe('reported')
  })

  it('is that it is disputed while something of it is held, whatever was given back', () => {
    expect(status(300_000n, 0n, { disputedMinor: 1n })).toBe('disputed')
    expect(status(300_000n, 100_000n, { disputedMinor: 200_000n })).toBe('disputed')
  })

  it('is alike whether it was refunded or lost in a dispute', () => {
    expect(status(300_000n, 0n, { lostMinor: 300_000n })).toBe('refunded')
    expect(status(300_000n, 100_000n, { lostMinor: 200_000n })).toBe('refunded')
    expect(status(300_000n, 0n, { lostMinor: 1n })).toBe('partially_refunded')
  })
})
