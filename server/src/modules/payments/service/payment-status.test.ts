import { describe, expect, it } from 'vitest'
import { decidePaymentStatus } from './payment-status.ts'

const status = (amountMinor: bigint, refundedMinor: bigint, origin = 'processor') =>
  decidePaymentStatus({ origin, amountMinor, refundedMinor })

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
    expect(status(300_000n, 0n, 'form')).toBe('reported')
  })
})
