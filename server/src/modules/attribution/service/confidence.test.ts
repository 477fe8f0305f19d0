import { describe, expect, it } from 'vitest'
import type { AttributionFacts, CandidateEvent, KnownCustomer } from './attribution-facts.ts'
import { judgeConfidence } from './confidence.ts'

const at = new Date('2026-11-19T14:00:00Z')
const call = (change: Partial<CandidateEvent> = {}): CandidateEvent => ({
  eventId: 'event',
  bookingRef: 'event',
  leadId: 'lead',
  leadName: 'Dana Whitfield',
  scheduledAt: at,
  bookedAt: at,
  status: 'completed',
  outcome: 'closed',
  reported: null,
  moved: false,
  closerId: null,
  closerName: null,
  setterId: null,
  setterName: null,
  sourceId: null,
  trafficTypeId: null,
  ...change,
})

const facts = (by: KnownCustomer['by'], first: AttributionFacts['first'] = null): AttributionFacts => ({
  payment: {
    amountMinor: 300_000n,
    currency: 'USD',
    paidAt: at,
    customerEmail: null,
    customerPhone: null,
    customerRef: null,
    subscriptionRef: null,
  },
  windowDays: 60,
  report: null,
  references: [],
  first,
  match: { by, value: 'dana', leadId: 'lead', leadName: 'Dana Whitfield', through: null },
  contradictory: [],
  events: [],
})

const levelOf = (by: KnownCustomer['by'], event: CandidateEvent, rule: 'matched_past' | 'matched_coming' = 'matched_past') =>
  judgeConfidence(facts(by), rule, event, null).confidence

const unknown = call({ status: 'scheduled', outcome: null })
const reported = call({ status: 'scheduled', outcome: null, reported: { amountMinor: 300_000n, currency: 'USD' } })
const missed = call({ status: 'no_show', outcome: 'no_show' })
const canceled = call({ status: 'canceled', outcome: null })

describe('how sure a credit is', () => {
  it('is certain where the payment names the call', () => {
    expect(judgeConfidence(facts('phone'), 'reference', missed, null)).toEqual({
      confidence: 'certain',
      reason: 'The payment itself names the call.',
    })
  })

  it('is high by e-mail address where the lead came, and medium or low where that is not known or did not happen', () => {
    for (const by of ['email', 'alternate_email'] as const) {
      expect(levelOf(by, call())).toBe('high')
      expect(levelOf(by, call({ outcome: 'no_offer' }))).toBe('high')
      expect(levelOf(by, unknown)).toBe('medium')
      expect(levelOf(by, unknown, 'matched_coming')).toBe('medium')
      expect(levelOf(by, missed)).toBe('low')
      expect(levelOf(by, canceled)).toBe('low')
    }
  })

  it('is a step less where only a phone number or the processor’s customer id ties it to the lead', () => {
    for (const by of ['phone', 'customer'] as const) {
      expect(levelOf(by, call())).toBe('medium')
      expect(levelOf(by, unknown)).toBe('low')
      expect(levelOf(by, missed)).toBe('low')
    }
  })

  it('is high where the closer reported this very amount, in this currency, on the form of the call', () => {
    expect(levelOf('phone', reported)).toBe('high')
    expect(levelOf('phone', { ...reported, reported: { amountMinor: 300_000n, currency: 'EUR' } })).toBe('low')
    expect(levelOf('phone', { ...reported, reported: { amountMinor: 300_001n, currency: 'USD' } })).toBe('low')
  })

  it('is inherited with the credit: certain from a person, else as it was', () => {
    const first = { paymentId: 'first', paidAt: at, event: call(), confidence: 'low' as const, byHand: null }
    const byHand = { leadId: null, closerId: null, setterId: null, sourceId: null, trafficTypeId: null, shares: [], names: [] }
    expect(judgeConfidence(facts('email', first), 'inherited', call(), null)).toEqual({
      confidence: 'low',
      reason: 'As sure as the first payment of its subscription: low.',
    })
    expect(judgeConfidence(facts('email', { ...first, byHand }), 'inherited', null, byHand).confidence).toBe('certain')
  })

  it('says why in a sentence', () => {
    expect(judgeConfidence(facts('email'), 'matched_past', call(), null).reason).toBe(
      'The email is the lead’s, and the call before the payment closed.',
    )
    expect(judgeConfidence(facts('customer'), 'matched_past', missed, null).reason).toBe(
      'Only the processor’s customer id ties it to the lead, and the lead did not come to the call.',
    )
  })
})
