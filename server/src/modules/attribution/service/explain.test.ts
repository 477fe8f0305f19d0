import { describe, expect, it } from 'vitest'
import type { AttributionFacts, CandidateEvent } from './attribution-facts.ts'
import { explainMatch, instantInWords } from './explain.ts'

const scheduledAt = new Date('2026-11-19T14:00:00Z')
const event: CandidateEvent = {
  eventId: 'event',
  bookingRef: 'event',
  leadId: 'lead',
  leadName: 'Dana Whitfield',
  scheduledAt,
  bookedAt: scheduledAt,
  status: 'scheduled',
  outcome: null,
  reported: null,
  moved: false,
  closerId: null,
  closerName: null,
  setterId: null,
  setterName: null,
  sourceId: null,
  trafficTypeId: null,
}

const facts = (
  match: AttributionFacts['match'],
  told: { email?: string; phone?: string; customer?: string; contradictory?: string[] } = { email: 'dana@example.com' },
): AttributionFacts => ({
  payment: {
    amountMinor: 300_000n,
    currency: 'USD',
    paidAt: new Date('2026-11-20T15:00:00Z'),
    customerEmail: told.email ?? null,
    customerPhone: told.phone ?? null,
    customerRef: told.customer ?? null,
    subscriptionRef: null,
  },
  windowDays: 60,
  references: [],
  first: null,
  match,
  report: null,
  contradictory: told.contradictory ?? [],
  events: [],
})

const dana = { leadId: 'lead', leadName: 'Dana Whitfield', through: null }

describe('an instant in words', () => {
  it('is in UTC and says so, midnight as 00:00', () => {
    expect(instantInWords(scheduledAt)).toBe('Nov 19, 2026, 14:00 UTC')
    expect(instantInWords(new Date('2026-03-01T00:05:00Z'))).toBe('Mar 1, 2026, 00:05 UTC')
  })
})

describe('what matching a customer came to', () => {
  it('says by what the lead was found, and which call it was', () => {
    const call = 'Their most recent call before it was on Nov 19, 2026, 14:00 UTC.'
    const say = (by: 'email' | 'alternate_email' | 'phone', value: string) =>
      explainMatch(facts({ ...dana, by, value }), 'matched_past', event)
    expect(say('email', 'dana@example.com')).toBe(`dana@example.com is the email of Dana Whitfield. ${call}`)
    expect(say('alternate_email', 'd@work.example')).toBe(`d@work.example is an alternate email of Dana Whitfield. ${call}`)
    expect(say('phone', '+12025550143')).toBe(`+12025550143 is the phone of Dana Whitfield. ${call}`)
  })

  it('says that no call stands in the window, which is true of moved and canceled ones too', () => {
    const match = { ...dana, by: 'email', value: 'dana@example.com' } as const
    expect(explainMatch(facts(match), 'matched_past', null)).toBe(
      'dana@example.com is the email of Dana Whitfield. They have no call that still stands in the 60 days before the payment.',
    )
    expect(explainMatch(facts(match), 'matched_coming', null)).toBe(
      'No. Dana Whitfield has no coming call that was booked before the payment.',
    )
    expect(explainMatch(facts(match), 'matched_coming', event)).toBe('Yes, with Dana Whitfield on Nov 19, 2026, 14:00 UTC.')
  })

  it('says that nobody is known, and what was looked for', () => {
    expect(explainMatch(facts(null), 'matched_past', null)).toBe('Nobody on file has dana@example.com.')
    expect(explainMatch(facts(null, { email: 'a@b.example', phone: '+1202' }), 'matched_past', null)).toBe(
      'Nobody on file has a@b.example or +1202.',
    )
    expect(explainMatch(facts(null, {}), 'matched_past', null)).toBe('The payment names no email and no phone.')
    expect(explainMatch(facts(null, {}), 'matched_coming', null)).toBe('No lead is known for it, so there is no call to look at.')
  })
  it('says which payment of the same customer of the processor said so, and how that one knew', () => {
    const through = { paymentId: 'other', paidAt: new Date('2026-11-02T09:30:00Z'), how: 'email' }
    expect(explainMatch(facts({ ...dana, by: 'customer', value: 'cus_9', through }), 'matched_past', event)).toBe(
      'The processor’s customer cus_9 is Dana Whitfield: their payment of Nov 2, 2026, 09:30 UTC says so by its email. Their most recent call before it was on Nov 19, 2026, 14:00 UTC.',
    )
  })

  it('says where one customer of the processor is known under several leads, and where nobody said who they are', () => {
    expect(explainMatch(facts(null, { customer: 'cus_9', contradictory: ['Dana Whitfield', 'Omar Ruiz'] }), 'matched_past', null)).toBe(
      'The payment names no email and no phone. Other payments of the processor’s customer cus_9 are of Dana Whitfield and of Omar Ruiz, so it is not known whose this one is.',
    )
    expect(explainMatch(facts(null, { customer: 'cus_9' }), 'matched_past', null)).toBe(
      'The payment names no email and no phone. No other payment of the processor’s customer cus_9 says who they are.',
    )
  })
})
