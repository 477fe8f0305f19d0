import { describe, expect, it } from 'vitest'
import { changedObject } from '../../../test/changed-object.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { toDomain } from './to-domain.ts'

const purchaseRef = 'pi_3QxNLdemoDana0000A1'

describe('money that Stripe tells of', () => {
  const paid = (currency: string, amount: unknown) =>
    toDomain(changedObject('payment_intent.succeeded', { currency, amount_received: amount }))

  it('is in minor units of its currency, also where Stripe writes that currency otherwise', () => {
    expect(paid('isk', 500)).toMatchObject({ currency: 'ISK', amountMinor: 5n })
    expect(paid('ugx', 500)).toMatchObject({ currency: 'UGX', amountMinor: 5n })
    expect(paid('mga', 5_000)).toMatchObject({ currency: 'MGA', amountMinor: 500_000n })
    expect(paid('bhd', 1_230)).toMatchObject({ currency: 'BHD', amountMinor: 1_230n })
  })

  it('is refused rather than rounded where it has decimals that its currency has not', () => {
    expect(() => paid('isk', 550)).toThrow(UnreadableMessage)
  })

  it('is refused where it is no whole number, is below nothing, or is of no known currency', () => {
    for (const amount of [1.5, -1, '300000', 2 ** 53, null]) expect(() => paid('usd', amount), String(amount)).toThrow(UnreadableMessage)
    for (const currency of ['', 'xxx1', 'dollars']) expect(() => paid(currency, 5), currency).toThrow(UnreadableMessage)
  })

  it('has not come in while a card is only authorized: capturing it is what counts', () => {
    const authorized = { amount_captured: 0, captured: false }
    expect(toDomain(changedObject('charge.succeeded', authorized))).toMatchObject({ kind: 'ignored' })
    expect(toDomain(changedObject('charge.refunded.full', authorized))).toMatchObject({ kind: 'ignored' })
    expect(toDomain(changedObject('charge.succeeded', {}, { type: 'charge.captured' }))).toMatchObject({
      kind: 'purchase',
      purchaseRef,
      amountMinor: 300_000n,
    })
  })

  it('is what was captured of a charge, not what was authorized', () => {
    expect(toDomain(changedObject('charge.succeeded', { amount_captured: 120_000 }))).toMatchObject({ amountMinor: 120_000n })
  })

  it('has not come in either where older versions of the API say nothing of how much was captured', () => {
    const canceled = { amount_captured: null, captured: false, amount_refunded: 300_000, refunded: true }
    for (const type of ['charge.succeeded', 'charge.refunded'])
      expect(toDomain(changedObject('charge.refunded.full', canceled, { type, api_version: '2024-06-20' }))).toMatchObject({
        kind: 'ignored',
      })
  })

  it('and was authorized in part for nothing is no refund, though versions before 2025-03-31 count it among them', () => {
    const total = (version: string | null, change: object) => {
      const partly = { amount: 300_000, amount_captured: 280_000, captured: true, ...change }
      const message = toDomain(changedObject('charge.refunded.partial', partly, { api_version: version }))
      return message.kind === 'refund_total' ? message.refundedTotalMinor : message.kind
    }
    for (const version of ['2020-08-27', '2024-06-20', '2025-02-24.acacia']) {
      expect(total(version, { amount_refunded: 20_000 }), version).toBe(0n)
      expect(total(version, { amount_refunded: 70_000 }), version).toBe(50_000n)
      expect(total(version, { amount_refunded: 300_000 }), version).toBe(280_000n)
      // So old that it says nothing of how much was captured.
      expect(total(version, { amount_captured: undefined, amount_refunded: 20_000 }), version).toBe(20_000n)
    }
    for (const version of ['2025-03-31.basil', '2026-10-28.endive', null])
      expect(total(version, { amount_refunded: 20_000 }), String(version)).toBe(20_000n)
  })

  it('of nothing is no payment', () => {
    expect(paid('usd', 0)).toMatchObject({ kind: 'ignored' })
  })
})
