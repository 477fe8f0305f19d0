import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { fixturesOf, mutated } from '../../../test/mutated.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'

const read = (name: string) => toDomain(readFixture(`whop/${name}`))
const membership = { kind: 'ignored', reason: expect.stringContaining('told by themselves') as string }
const noMoney = { kind: 'ignored', reason: expect.stringContaining('no money came in') as string }

const expected: Record<string, object> = {
  'v1.membership.activated': membership,
  'v1.membership.cancel_at_period_end_changed': membership,
  'v1.membership.deactivated': membership,
  'v1.payment.failed': noMoney,
  'v1.payment.succeeded': {
    kind: 'purchase',
    purchaseRef: 'pay_NLdemoPetra001',
    amountMinor: 150_000n,
    currency: 'USD',
    paidAt: new Date('2026-10-08T17:45:04.000Z'),
    customer: { ref: 'user_NLdemoPetra01', email: 'petra.lindqvist@example.com', name: 'Petra Lindqvist', phone: null },
    description: 'Northlight Accelerator',
    metadata: { closer: 'priya.nair@northlight.example', setter: 'marcus.hale' },
    subscriptionRef: 'mem_NLdemoPetra001',
  },
  'v1.refund.created': {
    kind: 'refund',
    refundRef: 'rf_NLdemoPetra0001',
    purchaseRef: 'pay_NLdemoPetra001',
    amountMinor: 50_000n,
    state: 'live',
    createdAt: new Date('2026-10-13T17:45:00.000Z'),
  },
  'v5.dispute.created': { kind: 'ignored', reason: 'Nothing is done with dispute.created.' },
  'v5.membership.went_invalid': membership,
  'v5.membership.went_valid': membership,
  'v5.payment.failed': noMoney,
  'v5.payment.succeeded': {
    kind: 'purchase',
    purchaseRef: 'pay_NLdemoGrace001',
    amountMinor: 49_700n,
    currency: 'USD',
    paidAt: new Date(1_791_481_482_000),
    customer: { ref: 'user_NLdemoGrace01', email: null, name: null, phone: null },
    subscriptionRef: 'mem_NLdemoGrace001',
  },
  'v5.refund.created': {
    kind: 'refund',
    refundRef: 'rf_NLdemoGrace0001',
    purchaseRef: 'pay_NLdemoGrace001',
    amountMinor: 10_000n,
    reportedAt: new Date(1_791_827_100_000),
  },
}

/** A fixture with some fields of its data changed. */
function changed(name: string, change: Record<string, unknown>): unknown {
  const body = readFixture(`whop/${name}`)
  return { ...body, data: { ...(body.data as object), ...change } }
}

describe('each body that Whop is known to send', () => {
  it('is listed here with what it means', () => {
    expect(fixturesOf('whop')).toEqual(Object.keys(expected).map((name) => `whop/${name}`))
  })

  it.each(Object.entries(expected))('%s', (name, message) => {
    expect(read(name)).toMatchObject(message)
  })
})

describe('money that Whop tells of', () => {
  const paid = (total: unknown, currency = 'usd') => toDomain(changed('v1.payment.succeeded', { total, currency }))

  it('is read to the cent, however the number looks', () => {
    for (const [total, amountMinor] of [
      [0.01, 1n],
      [1442.5, 144_250n],
      [19.99, 1_999n],
      [1_000_000, 100_000_000n],
      [4.35, 435n],
    ] as const)
      expect(paid(total)).toMatchObject({ amountMinor })
    expect(paid(5_000, 'jpy')).toMatchObject({ amountMinor: 5_000n, currency: 'JPY' })
    expect(paid(12.345, 'kwd')).toMatchObject({ amountMinor: 12_345n })
  })

  it('is refused rather than rounded, guessed or counted below nothing', () => {
    for (const total of [1.005, -1, '1500', Number.MAX_VALUE, null]) expect(() => paid(total), String(total)).toThrow(UnreadableMessage)
    for (const currency of ['', 'xxx1', 'dollars']) expect(() => paid(5, currency), currency).toThrow(UnreadableMessage)
    expect(() => paid(5.5, 'jpy')).toThrow(UnreadableMessage)
  })

  it('of nothing is no payment', () => {
    expect(paid(0)).toMatchObject(noMoney)
  })
})

describe('a refund', () => {
  it('that failed or was canceled gave nothing back', () => {
    for (const status of ['failed', 'canceled'])
      expect(toDomain(changed('v1.refund.created', { status }))).toMatchObject({ state: 'failed' })
    for (const status of ['succeeded', 'pending', null])
      expect(toDomain(changed('v1.refund.created', { status }))).toMatchObject({ state: 'live' })
  })

  it('that names no payment is left alone', () => {
    expect(toDomain(changed('v5.refund.created', { payment: null, payment_id: null }))).toMatchObject({ kind: 'ignored' })
  })
})

describe('any body at all', () => {
  const bodies = fixturesOf('whop').map((name) => readFixture(name))

  it('is read soundly or refused as unreadable, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated(bodies) }, fc.jsonValue()), (body) => {
        try {
          expect(typeof deliveryKind(body)).toBe('string')
          expect(deliveryKey(body, Buffer.from('x'))).not.toBe('')
          const message = toDomain(body)
          if (message.kind === 'purchase') expect(message.amountMinor > 0n && !Number.isNaN(message.paidAt.getTime())).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableMessage)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
