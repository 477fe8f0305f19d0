import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixturesOf, mutated } from '../../../test/mutated.ts'
import { changedObject } from '../../../test/changed-object.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'

const read = (name: string) => toDomain(readFixture(`stripe/${name}`))

const purchaseRef = 'pi_3QxNLdemoDana0000A1'
const refundTotal = { kind: 'refund_total', purchase: { purchaseRef, amountMinor: 300_000n } }
const instalment = { kind: 'invoice', invoiceRef: 'in_1QxNLdemoDana0002' }
const plan = { kind: 'subscription', subscriptionRef: 'sub_1QxNLdemoDana0001', customerRef: 'cus_NLdemoDana01' }
const dispute = {
  kind: 'dispute',
  disputeRef: 'dp_1QxNLdemoTomas0001',
  purchaseRef: 'pi_3QxNLdemoTomas000A1',
  amountMinor: 200_000n,
  currency: 'USD',
  reason: 'product_not_received',
  openedAt: new Date(1_792_324_800_000),
  dueBy: new Date(1_793_275_200_000),
}

const expected: Record<string, object> = {
  'charge.dispute.closed.lost': { ...dispute, state: 'lost', reportedAt: new Date(1_795_003_200_000) },
  'charge.dispute.created': { ...dispute, state: 'open', reportedAt: new Date(1_792_324_800_000) },
  'charge.dispute.funds_reinstated.won': { ...dispute, state: 'won', reportedAt: new Date(1_795_089_600_000) },
  'charge.refunded.full': { ...refundTotal, refundedTotalMinor: 300_000n, asOf: new Date(1_792_488_601_000) },
  'charge.refunded.partial': { ...refundTotal, refundedTotalMinor: 50_000n, asOf: new Date(1_792_058_401_000) },
  'charge.refunded.partial.no-previous': { ...refundTotal, refundedTotalMinor: 50_000n },
  'charge.succeeded': {
    kind: 'purchase',
    purchaseRef,
    chargeRef: 'ch_3QxNLdemoDana0000B7',
    amountMinor: 300_000n,
    currency: 'USD',
    paidAt: new Date(1_791_388_932_000),
    customer: { ref: 'cus_NLdemoDana01', email: 'dana.whitfield@example.com', name: 'Dana Whitfield', phone: null },
  },
  'checkout.session.completed': {
    kind: 'purchase',
    purchaseRef,
    amountMinor: 300_000n,
    clientReference: 'lead_7f31',
    customer: { email: 'dana.whitfield@example.com', phone: '+12025550143' },
  },
  'customer.subscription.created': { ...plan, state: 'active', startedAt: new Date(1_791_388_931_000), endedAt: null },
  'customer.subscription.deleted': { ...plan, state: 'ended', endedAt: new Date(1_797_004_931_000) },
  'invoice.paid': { ...instalment, subscriptionRef: 'sub_1QxNLdemoDana0001', billingTurn: 'later', purchaseRef: null },
  'invoice_payment.paid': { ...instalment, subscriptionRef: null, billingTurn: null, purchaseRef: 'pi_3QxNLdemoDana0000A2' },
  'payment_intent.payment_failed': { kind: 'ignored', reason: expect.stringContaining('no money came in') as string },
  'payment_intent.succeeded': { kind: 'purchase', purchaseRef, amountMinor: 300_000n, currency: 'USD' },
  'payment_intent.succeeded.jpy': { kind: 'purchase', amountMinor: 450_000n, currency: 'JPY' },
  'payment_intent.succeeded.kwd': { kind: 'purchase', amountMinor: 924_500n, currency: 'KWD' },
  'refund.created.partial': { kind: 'refund', purchaseRef, amountMinor: 50_000n, state: 'live' },
  'refund.created.remainder': { kind: 'refund', purchaseRef, refundRef: 're_3QxNLdemoDana0000R2', amountMinor: 250_000n, state: 'live' },
  'refund.failed': {
    kind: 'refund',
    refundRef: 're_3QxNLdemoDana0000R2',
    amountMinor: 250_000n,
    state: 'failed',
    createdAt: new Date(1_792_488_600_000),
    reportedAt: new Date(1_792_747_800_000),
    reason: 'expired_or_canceled_card',
  },
}

describe('each body that Stripe is known to send', () => {
  it('is listed here with what it means', () => {
    expect(fixturesOf('stripe')).toEqual(Object.keys(expected).map((name) => `stripe/${name}`))
  })

  it.each(Object.entries(expected))('%s', (name, message) => {
    expect(read(name)).toMatchObject(message)
  })
})

describe('the three messages of one purchase', () => {
  const names = ['payment_intent.succeeded', 'charge.succeeded', 'checkout.session.completed']

  it('name the same purchase and the same amount', () => {
    for (const name of names) expect(read(name)).toMatchObject({ purchaseRef, amountMinor: 300_000n, currency: 'USD' })
  })

  it('have different delivery keys, so that none is taken for a repetition of another', () => {
    const keys = names.map((name) => deliveryKey(readFixture(`stripe/${name}`), Buffer.from(name)))
    expect(new Set(keys).size).toBe(names.length)
  })

  it('date it to when it was paid, not to when its page was opened', () => {
    const openedEarlier = { created: 1_791_300_000 }
    for (const name of ['payment_intent.succeeded', 'checkout.session.completed'])
      expect(toDomain(changedObject(name, openedEarlier, { created: 1_791_388_940 }))).toMatchObject({
        paidAt: new Date(1_791_388_940_000),
      })
  })
})

describe('a charge without a payment intent', () => {
  it('is its own purchase, and its refunds name it', () => {
    expect(toDomain(changedObject('charge.succeeded', { payment_intent: null }))).toMatchObject({ purchaseRef: 'ch_3QxNLdemoDana0000B7' })
    expect(toDomain(changedObject('refund.created.partial', { payment_intent: null }))).toMatchObject({
      purchaseRef: 'ch_3QxNLdemoDana0000B7',
    })
  })
})

describe('a checkout', () => {
  const checkout = (change: Record<string, unknown>, type = 'checkout.session.completed') =>
    toDomain(changedObject('checkout.session.completed', change, { type }))

  it('that is not paid yet tells of no money; once it is, the same session does', () => {
    expect(checkout({ payment_status: 'unpaid' })).toMatchObject({ kind: 'ignored' })
    expect(checkout({}, 'checkout.session.async_payment_succeeded')).toMatchObject({
      kind: 'purchase',
      purchaseRef,
      clientReference: 'lead_7f31',
    })
  })

  it('that began a plan ties its first invoice to the subscription, with what the checkout carried', () => {
    const began = { mode: 'subscription', invoice: 'in_1', subscription: { id: 'sub_1', object: 'subscription' }, payment_intent: null }
    expect(checkout(began)).toMatchObject({ kind: 'invoice', invoiceRef: 'in_1', subscriptionRef: 'sub_1', clientReference: 'lead_7f31' })
  })

  it('that began a trial says how its subscription began, for which there may be no invoice', () => {
    const began = {
      mode: 'subscription',
      subscription: 'sub_1',
      payment_intent: null,
      amount_total: 0,
      payment_status: 'no_payment_required',
    }
    const told = { kind: 'invoice', subscriptionRef: 'sub_1', billingTurn: 'first', purchaseRef: null, tookNothing: true }
    expect(checkout({ ...began, invoice: 'in_1' })).toMatchObject({ ...told, invoiceRef: 'in_1', clientReference: 'lead_7f31' })
    expect(checkout({ ...began, invoice: null, id: 'cs_1' })).toMatchObject({ ...told, invoiceRef: 'cs_1' })
  })

  it('that only saved a card tells of no money', () => {
    expect(checkout({ mode: 'setup', payment_intent: null, payment_status: 'no_payment_required' })).toMatchObject({ kind: 'ignored' })
  })
})

describe('a refund', () => {
  it('counts while it is under way, and no more once it failed or was canceled', () => {
    const states = ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'].map((status) => {
      const message = toDomain(changedObject('refund.created.partial', { status }, { type: 'refund.updated' }))
      return message.kind === 'refund' ? message.state : message.kind
    })
    expect(states).toEqual(['live', 'live', 'live', 'failed', 'failed'])
  })

  it('that names no payment is none of ours', () => {
    expect(toDomain(changedObject('refund.created.partial', { payment_intent: null, charge: null }))).toMatchObject({ kind: 'ignored' })
    expect(toDomain(changedObject('refund.created.partial', { payment_intent: '', charge: '' }))).toMatchObject({ kind: 'ignored' })
  })
})

describe('a dispute', () => {
  const told = (status: string, type = 'charge.dispute.updated', change: Record<string, unknown> = {}) =>
    toDomain(changedObject('charge.dispute.created', { status, ...change }, { type }))

  it('is in one of our states, whichever of Stripe’s it is in', () => {
    const states = [
      ['warning_needs_response', 'inquiry'],
      ['warning_under_review', 'inquiry'],
      ['warning_closed', 'closed'],
      ['needs_response', 'open'],
      ['under_review', 'open'],
      ['won', 'won'],
      ['lost', 'lost'],
      ['prevented', 'closed'],
      ['appeal_needs_response', 'open'],
      ['appeal_under_review', 'open'],
    ] as const
    for (const [status, state] of states) expect(told(status), status).toMatchObject({ kind: 'dispute', state })
  })

  it('in a state that nobody documented is not guessed at', () => {
    expect(() => told('settled')).toThrow(UnreadableMessage)
  })

  it('holds its money once that was taken, and no more once it came back, whatever the status says yet', () => {
    expect(told('warning_under_review', 'charge.dispute.funds_withdrawn')).toMatchObject({ state: 'open' })
    expect(told('under_review', 'charge.dispute.funds_reinstated')).toMatchObject({ state: 'inquiry' })
    expect(told('lost', 'charge.dispute.funds_reinstated')).toMatchObject({ state: 'lost' })
  })

  it('of a charge without a payment intent names the charge; one that names neither is none of ours', () => {
    expect(told('lost', 'charge.dispute.closed', { payment_intent: null })).toMatchObject({ purchaseRef: 'ch_3QxNLdemoTomas000B7' })
    expect(told('lost', 'charge.dispute.closed', { payment_intent: null, charge: null })).toMatchObject({ kind: 'ignored' })
  })

  it('is in minor units of its currency, whatever decimals that has', () => {
    expect(told('lost', 'charge.dispute.closed', { currency: 'jpy', amount: 450_000 })).toMatchObject({
      amountMinor: 450_000n,
      currency: 'JPY',
    })
    expect(told('lost', 'charge.dispute.closed', { currency: 'kwd', amount: 12_340 })).toMatchObject({
      amountMinor: 12_340n,
      currency: 'KWD',
    })
    expect(told('lost', 'charge.dispute.closed', { currency: 'isk', amount: 500 })).toMatchObject({ amountMinor: 5n, currency: 'ISK' })
  })
})

describe('a subscription', () => {
  const told = (change: Record<string, unknown>) =>
    toDomain(changedObject('customer.subscription.created', change, { type: 'customer.subscription.updated' }))

  it('is in one of our states, whichever of Stripe’s it is in', () => {
    const states = [
      [{ status: 'incomplete' }, 'past_due'],
      [{ status: 'incomplete_expired' }, 'ended'],
      [{ status: 'trialing' }, 'trialing'],
      [{ status: 'active' }, 'active'],
      [{ status: 'active', cancel_at_period_end: true }, 'canceling'],
      [{ status: 'active', cancel_at: 1_793_000_000 }, 'canceling'],
      [{ status: 'active', pause_collection: { behavior: 'void' } }, 'paused'],
      [{ status: 'past_due' }, 'past_due'],
      [{ status: 'unpaid' }, 'past_due'],
      [{ status: 'paused' }, 'paused'],
      [{ status: 'canceled' }, 'ended'],
    ] as const
    for (const [change, state] of states) expect(told(change)).toMatchObject({ kind: 'subscription', state })
    expect(() => told({ status: 'dormant' })).toThrow(UnreadableMessage)
  })
})

describe('an invoice', () => {
  it('says which turn it bills, in the words that Stripe has for it', () => {
    const turns = [
      ['subscription_create', 'first'],
      ['subscription_cycle', 'later'],
      ['subscription_update', 'later'],
      ['manual', 'once'],
      ['something_new', null],
    ] as const
    for (const [reason, billingTurn] of turns)
      expect(toDomain(changedObject('invoice.paid', { billing_reason: reason })), reason).toMatchObject({ billingTurn })
  })
})

describe('an invoice of nothing', () => {
  const took = (change: object) => {
    const message = toDomain(changedObject('invoice.paid', { billing_reason: 'subscription_create', ...change }))
    return message.kind === 'invoice' && message.tookNothing
  }

  it('says so, but not where it was paid outside of the processor, nor where it does not say how much was paid', () => {
    expect(took({ amount_paid: 0 })).toBe(true)
    expect(took({ amount_paid: 0, paid_out_of_band: true })).toBe(false)
    expect(took({ amount_paid: 100 })).toBe(false)
    expect(took({ amount_paid: undefined })).toBe(false)
  })
})

describe('an event of a kind that is not known', () => {
  it('is ignored in words, whatever it is called', () => {
    for (const type of ['product.created', 'constructor', '__proto__', 'toString', '']) {
      expect(toDomain({ id: 'evt_1', type, created: 1, data: { object: {} } })).toEqual({
        kind: 'ignored',
        reason: `Nothing is done with ${type}.`,
      })
    }
  })
})

describe('any body at all', () => {
  const bodies = fixturesOf('stripe').map((name) => readFixture(name))

  /** Nothing that came out may fail further in: instants are real, amounts are whole and not below nothing, texts are texts. */
  function expectSound(value: unknown): void {
    if (value instanceof Date) expect(value.getTime() >= 0 && value.getUTCFullYear() <= 9999).toBe(true)
    else if (typeof value === 'bigint') expect(value >= 0n).toBe(true)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectSound)
    else expect(value === null || ['string', 'boolean'].includes(typeof value)).toBe(true)
  }

  it('is read soundly or refused as unreadable, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated(bodies) }, fc.jsonValue()), (body) => {
        try {
          expect(typeof deliveryKind(body)).toBe('string')
          expect(deliveryKey(body, Buffer.from('raw'))).not.toBe('')
          expectSound(toDomain(body))
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableMessage)
        }
      }),
      { numRuns: 1_500 },
    )
  })

  it('that is refused is refused with its place and never with what stood there', () => {
    const error = (() => {
      try {
        return toDomain(changedObject('charge.succeeded', { created: 'SECRET-VALUE' }))
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(UnreadableMessage)
    expect(String(error)).toContain('created')
    expect(String(error)).not.toContain('SECRET-VALUE')
  })

  it('without an id of its own is told apart by its bytes', () => {
    const key = (raw: string) => deliveryKey({ id: '' }, Buffer.from(raw))
    expect(key('one')).not.toBe(key('two'))
    expect(key('one')).toBe(key('one'))
  })
})
