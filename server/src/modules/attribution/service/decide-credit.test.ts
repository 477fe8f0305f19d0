import { describe, expect, it } from 'vitest'
import type { AttributionFacts, CandidateEvent } from './attribution-facts.ts'
import { decideAttribution } from './decide-attribution.ts'
import { decideCredit, type HandedCredit } from './decide-credit.ts'

const call: CandidateEvent = {
  eventId: 'call',
  bookingRef: 'call',
  leadId: 'lead-dana',
  leadName: 'Dana Whitfield',
  scheduledAt: new Date('2026-11-19T14:00:00Z'),
  bookedAt: new Date('2026-11-01T00:00:00Z'),
  status: 'completed',
  outcome: 'closed',
  reported: null,
  moved: false,
  closerId: 'priya',
  closerName: 'Priya Nair',
  setterId: null,
  setterName: null,
  sourceId: null,
  trafficTypeId: null,
}

const facts: AttributionFacts = {
  payment: {
    amountMinor: 300_000n,
    currency: 'USD',
    paidAt: new Date('2026-11-20T15:00:00Z'),
    customerEmail: 'dana@example.com',
    customerPhone: null,
    customerRef: null,
    subscriptionRef: null,
  },
  windowDays: 60,
  references: [],
  first: null,
  match: { by: 'email', value: 'dana@example.com', leadId: 'lead-dana', leadName: 'Dana Whitfield', through: null },
  contradictory: [],
  report: null,
  events: [call],
}

const shares = [
  { role: 'closer' as const, personId: 'priya', percent: 50 },
  { role: 'closer' as const, personId: 'omar', percent: 50 },
]
const handed = (change: Partial<HandedCredit> = {}, leadId = 'lead-dana'): HandedCredit => ({
  credit: {
    leadId,
    closerId: 'priya',
    setterId: null,
    sourceId: null,
    trafficTypeId: null,
    shares,
    names: ['Priya Nair', 'Omar Diaz'],
  },
  event: null,
  reportedBy: 'Priya Nair',
  decidedBy: 'Ada',
  matchedByHand: false,
  ...change,
})

describe('a payment that stands for reported cash', () => {
  it('is credited as a person credited that, with everybody whom they named, and says whose decision it is', () => {
    const decision = decideCredit(facts, handed())
    expect(decision).toMatchObject({
      method: 'inherited',
      confidence: 'certain',
      leadId: 'lead-dana',
      eventId: null,
      closerId: 'priya',
      shares,
    })
    expect(decision.summary).toBe('Credited to Priya Nair and Omar Diaz, as the cash that Priya Nair reported was by Ada, by hand.')
    expect(decision.trail.map(({ rule, result }) => `${rule}: ${result}`)).toEqual([
      'inherited: found',
      'reference: not_needed',
      'matched_past: not_needed',
      'matched_coming: not_needed',
    ])
    expect(decideCredit(facts, handed({ event: call })).eventId).toBe('call')
  })

  it('is credited by the rules where nobody credited that', () => {
    expect(decideCredit(facts, null)).toEqual(decideAttribution(facts))
  })

  it('does not become another lead’s because a rule ties it to their cash, but does where a person matched the two', () => {
    expect(decideCredit(facts, handed({}, 'lead-sam'))).toEqual(decideAttribution(facts))
    expect(decideCredit(facts, handed({ matchedByHand: true }, 'lead-sam'))).toMatchObject({ method: 'inherited', leadId: 'lead-sam' })
  })
})
