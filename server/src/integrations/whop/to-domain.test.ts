import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { fixturesOf, mutated } from '../../../test/mutated.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'

const read = (name: string) => toDomain(readFixture(`whop/${name}`))
const petra = {
  kind: 'subscription',
  subscriptionRef: 'mem_NLdemoPetra001',
  productName: 'Northlight Accelerator',
  customerRef: 'user_NLdemoPetra01',
}
const grace = {
  kind: 'subscription',
  subscriptionRef: 'mem_NLdemoGrace001',
  customerRef: 'user_NLdemoGrace01',
  reportedAt: new Date(1_791_481_480_000),
}
const noMoney = { kind: 'ignored', reason: expect.stringContaining('no money came in') as string }

const expected: Record<string, object> = {
  'v1.membership.activated': { ...petra, state: 'active', reportedAt: new Date('2026-10-08T17:45:06.000Z'), endedAt: null },
  'v1.membership.cancel_at_period_end_changed': { ...petra, state: 'canceling', endedAt: null },
  'v1.membership.deactivated': { ...petra, state: 'ended', endedAt: new Date('2026-11-17T17:45:00.000Z') },
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
    billingTurn: 'once',
  },
  'v1.refund.created': {
    kind: 'refund',
    refundRef: 'rf_NLdemoPetra0001',
    purchaseRef: 'pay_NLdemoPetra001',
    amountMinor: 50_000n,
    state: 'live',
    createdAt: new Date('2026-10-13T17:45:00.000Z'),
  },
  'v5.dispute.created': {
    kind: 'dispute',
    disputeRef: 'dspt_NLdemoGrace01',
    purchaseRef: 'pay_NLdemoGrace001',
    state: 'open',
    amountMinor: 49_700n,
    currency: 'USD',
    reportedAt: new Date(1_792_518_300_000),
  },
  'v5.membership.went_invalid': { ...grace, state: 'ended' },
  'v5.membership.went_valid': { ...grace, state: 'active', endedAt: null },
  'v5.payment.failed': noMoney,
  'v5.payment.succeeded': {
    kind: 'purchase',
    purchaseRef: 'pay_NLdemoGrace001',
    amountMinor: 49_700n,
    currency: 'USD',
    paidAt: new Date(1_791_481_482_000),
    customer: { ref: 'user_NLdemoGrace01', email: null, name: null, phone: null },
    subscriptionRef: 'mem_NLdemoGrace001',
    billingTurn: null,
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

/** A dispute as a current endpoint tells of it. */
const dispute = (data: Record<string, unknown>, type = 'dispute.updated') => ({
  id: 'msg_1',
  api_version: 'v1',
  timestamp: '2026-10-21T09:00:00.000Z',
  type,
  company_id: 'biz_1',
  data: {
    id: 'dspt_1',
    amount: 1500,
    currency: 'usd',
    created_at: '2026-10-20T09:00:00.000Z',
    needs_response_by: '2026-10-30T09:00:00.000Z',
    payment: { id: 'pay_1' },
    reason: 'Fraudulent',
    status: 'needs_response',
    ...data,
  },
})

describe('a dispute', () => {
  it('of a current endpoint is dated by its message, and says until when it can be answered', () => {
    expect(toDomain(dispute({}, 'dispute.created'))).toEqual({
      kind: 'dispute',
      disputeRef: 'dspt_1',
      purchaseRef: 'pay_1',
      state: 'open',
      amountMinor: 150_000n,
      currency: 'USD',
      reason: 'Fraudulent',
      openedAt: new Date('2026-10-20T09:00:00.000Z'),
      dueBy: new Date('2026-10-30T09:00:00.000Z'),
      reportedAt: new Date('2026-10-21T09:00:00.000Z'),
    })
  })

  it('is in one of our states, whichever of Whop’s it is in', () => {
    const states = [
      ['warning_needs_response', 'inquiry'],
      ['warning_under_review', 'inquiry'],
      ['warning_closed', 'closed'],
      ['needs_response', 'open'],
      ['under_review', 'open'],
      ['won', 'won'],
      ['lost', 'lost'],
      ['closed', 'closed'],
    ] as const
    for (const [status, state] of states) {
      expect(toDomain(dispute({ status })), status).toMatchObject({ state })
      expect(toDomain(changed('v5.dispute.created', { status })), status).toMatchObject({ state })
    }
    expect(toDomain(dispute({ status: 'other' }))).toMatchObject({ kind: 'ignored' })
    expect(() => toDomain(dispute({ status: 'settled' }))).toThrow(UnreadableMessage)
  })

  it('is in minor units of its currency, whatever decimals that has', () => {
    expect(toDomain(dispute({ amount: 5_000, currency: 'jpy' }))).toMatchObject({ amountMinor: 5_000n, currency: 'JPY' })
    expect(toDomain(dispute({ amount: 12.345, currency: 'kwd' }))).toMatchObject({ amountMinor: 12_345n, currency: 'KWD' })
    expect(() => toDomain(dispute({ amount: 5.5, currency: 'jpy' }))).toThrow(UnreadableMessage)
  })

  it('that names no payment is left alone', () => {
    expect(toDomain(dispute({ payment: null }))).toMatchObject({ kind: 'ignored' })
  })
})

describe('a membership', () => {
  const told = (change: Record<string, unknown>) => toDomain(changed('v1.membership.activated', change))

  it('is in one of our states, whichever of Whop’s it is in', () => {
    const states = [
      [{ status: 'trialing' }, 'trialing'],
      [{ status: 'active' }, 'active'],
      [{ status: 'active', cancel_at_period_end: true }, 'canceling'],
      [{ status: 'active', payment_collection_paused: true }, 'paused'],
      [{ status: 'past_due' }, 'past_due'],
      [{ status: 'unresolved' }, 'past_due'],
      [{ status: 'canceling' }, 'canceling'],
      [{ status: 'completed' }, 'completed'],
      [{ status: 'canceled' }, 'ended'],
      [{ status: 'expired' }, 'ended'],
    ] as const
    for (const [change, state] of states) expect(told(change)).toMatchObject({ kind: 'subscription', state })
    expect(told({ status: 'drafted' })).toMatchObject({ kind: 'ignored' })
    expect(() => told({ status: 'dormant' })).toThrow(UnreadableMessage)
  })

  it('of an older endpoint is dated by the period that it is in, since its messages are not', () => {
    expect(toDomain(changed('v5.membership.went_valid', { renewal_period_start: 1_794_073_480 }))).toMatchObject({
      reportedAt: new Date(1_794_073_480_000),
    })
  })
})

describe('a payment', () => {
  it('says which turn it bills, in the words that Whop has for it', () => {
    const turns = [
      ['subscription_create', 'first'],
      ['subscription_cycle', 'later'],
      ['subscription_update', 'later'],
      ['one_time', 'once'],
      ['manual', 'once'],
      ['subscription', null],
      [null, null],
    ] as const
    for (const [reason, billingTurn] of turns)
      expect(toDomain(changed('v1.payment.succeeded', { billing_reason: reason }))).toMatchObject({ billingTurn })
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
