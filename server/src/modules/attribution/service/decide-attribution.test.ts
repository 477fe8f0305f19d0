import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttributionFacts, CandidateEvent } from './attribution-facts.ts'
import { decideAttribution } from './decide-attribution.ts'

const paidAt = new Date('2026-11-20T15:00:00Z')

const call = (eventId: string, scheduledAt: string, change: Partial<CandidateEvent> = {}): CandidateEvent => ({
  eventId,
  bookingRef: eventId,
  leadId: 'lead-dana',
  leadName: 'Dana Whitfield',
  scheduledAt: new Date(scheduledAt),
  bookedAt: new Date('2026-11-01T00:00:00Z'),
  status: 'scheduled',
  outcome: null,
  reported: null,
  moved: false,
  closerId: `closer-of-${eventId}`,
  closerName: 'Priya Nair',
  setterId: `setter-of-${eventId}`,
  setterName: 'Marcus Hale',
  sourceId: `source-of-${eventId}`,
  trafficTypeId: `traffic-of-${eventId}`,
  ...change,
})

const past = call('past', '2026-11-19T14:00:00Z')
const coming = call('coming', '2026-11-25T14:00:00Z')
const named = call('named', '2026-01-05T14:00:00Z', { leadId: 'lead-ivy', leadName: 'Ivy Chen' })
const ofFirst = call('of-first', '2026-06-05T14:00:00Z')
const match = { by: 'email', value: 'dana@example.com', leadId: 'lead-dana', leadName: 'Dana Whitfield', through: null } as const
const reference = { where: 'metadata.event_id', value: 'named', event: named }
const first = { paymentId: 'first', paidAt: new Date('2026-06-06T10:00:00Z'), event: ofFirst, confidence: 'high' as const, byHand: null }

const facts = (change: Partial<AttributionFacts> = {}): AttributionFacts => ({
  payment: {
    amountMinor: 300_000n,
    currency: 'USD',
    paidAt,
    customerEmail: 'dana@example.com',
    customerPhone: null,
    customerRef: 'cus_1',
    subscriptionRef: 'sub_1',
  },
  windowDays: 60,
  references: [reference],
  first,
  match,
  contradictory: [],
  report: null,
  events: [past, coming],
  ...change,
})

const decide = (change: Partial<AttributionFacts> = {}) => decideAttribution(facts(change))
const steps = (change: Partial<AttributionFacts> = {}) => decide(change).trail.map(({ rule, result }) => `${rule}: ${result}`)

describe('to whom a payment is credited', () => {
  it('is asked by four rules in order, and the first that finds a call wins', () => {
    expect(decide()).toMatchObject({ method: 'reference', eventId: 'named' })
    expect(decide({ references: [] })).toMatchObject({ method: 'inherited', eventId: 'of-first' })
    expect(decide({ references: [], first: null })).toMatchObject({ method: 'matched_past', eventId: 'past' })
    expect(decide({ references: [], first: null, events: [coming] })).toMatchObject({ method: 'matched_coming', eventId: 'coming' })
    expect(decide({ references: [], first: null, events: [] })).toMatchObject({ method: 'none', eventId: null })
  })

  it('is everybody of that call: its lead, closer, setter, source and traffic type', () => {
    expect(decide({ references: [], first: null })).toMatchObject({
      leadId: 'lead-dana',
      closerId: 'closer-of-past',
      setterId: 'setter-of-past',
      sourceId: 'source-of-past',
      trafficTypeId: 'traffic-of-past',
    })
  })

  it('is by an explicit reference even where the call is another lead’s, long ago, moved or canceled', () => {
    const event = { ...named, moved: true, status: 'canceled' } as const
    expect(decide({ references: [{ ...reference, event }] })).toMatchObject({ method: 'reference', eventId: 'named', leadId: 'lead-ivy' })
  })

  it('is for the call on whose form the cash was reported that a person matched it with, whatever else it names', () => {
    const report = { reportId: 'report', event: named, reportedBy: 'Priya Nair' }
    const decision = decide({ references: [{ ...reference, event: past }], report })
    expect(decision).toMatchObject({ method: 'reference', confidence: 'certain', eventId: 'named' })
    expect(decision.trail[0]?.explanation).toBe(
      'Yes. A person matched it with the cash that Priya Nair reported on the call with Ivy Chen of Jan 5, 2026, 14:00 UTC.',
    )
    expect(decision.summary).toContain('because a person matched it with the cash reported on the call with Ivy Chen')
  })

  it('passes over references that name nothing known, and takes the first that does', () => {
    const unknown = { where: 'client reference', value: 'order-7', event: null }
    expect(decide({ references: [unknown, reference] })).toMatchObject({ method: 'reference', eventId: 'named' })
    expect(decide({ references: [unknown] }).method).toBe('inherited')
  })

  it('is inherited from a person’s decision as that person made it: other people, no call, or nobody', () => {
    const hand = { leadId: 'lead-dana', sourceId: 'source', trafficTypeId: null }
    const people = { closerId: 'maya', setterId: null, shares: [], names: ['Maya Okafor'] }
    const nobody = { closerId: null, setterId: null, shares: [], names: [] }
    expect(decide({ references: [], first: { ...first, byHand: { ...hand, ...people } } })).toMatchObject({
      method: 'inherited',
      eventId: 'of-first',
      closerId: 'maya',
      setterId: null,
      summary: 'Credited to Maya Okafor, as the first payment of its subscription was by hand.',
    })
    expect(decide({ references: [], first: { ...first, event: null, byHand: { ...hand, ...people } } })).toMatchObject({
      method: 'inherited',
      eventId: null,
      closerId: 'maya',
    })
    expect(decide({ references: [], first: { ...first, event: null, byHand: { ...hand, ...nobody } } })).toMatchObject({
      method: 'inherited',
      eventId: null,
      closerId: null,
      summary: 'Credited to nobody, as the first payment of its subscription was by hand.',
    })
  })

  it('is not inherited where the first payment is credited to no call, or is this one', () => {
    expect(decide({ references: [], first: { ...first, event: null } }).method).toBe('matched_past')
    expect(decide({ references: [], first: null }).method).toBe('matched_past')
  })

  it('is inherited by a renewal however far its call lies outside the window', () => {
    const event = call('years-ago', '2022-01-01T00:00:00Z')
    expect(decide({ references: [], first: { ...first, event } })).toMatchObject({ method: 'inherited', eventId: 'years-ago' })
  })

  it('is nobody where no rule finds a call, and the lead is kept if one is known', () => {
    const nobody = { method: 'none', eventId: null, closerId: null, setterId: null, sourceId: null, trafficTypeId: null }
    expect(decide({ references: [], first: null, events: [] })).toMatchObject({ ...nobody, leadId: 'lead-dana' })
    expect(decide({ references: [], first: null, events: [], match: null })).toMatchObject({ ...nobody, leadId: null })
  })

  it('is nobody in particular where the call has no closer and no setter, and says so', () => {
    const bare = { ...past, closerId: null, closerName: null, setterId: null, setterName: null }
    const decision = decide({ references: [], first: null, events: [bare] })
    expect(decision).toMatchObject({ method: 'matched_past', eventId: 'past', closerId: null, setterId: null })
    expect(decision.summary).toMatch(/^Credited to a call without closer or setter, because the call with Dana Whitfield/)
  })

  it('follows from the set of facts and not from the order of the calls', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}T14:00:00Z`)
    const many = fc
      .array(fc.tuple(days, fc.boolean(), fc.constantFrom('scheduled', 'canceled', 'completed')), { minLength: 1, maxLength: 13 })
      .map((list) => list.map(([at, moved, status], index) => call(`event-${index}`, at, { moved, status })))
    const orders = many.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(orders, ([events, shuffled]) => {
        const change = { references: [], first: null }
        expect(decide({ ...change, events: shuffled })).toEqual(decide({ ...change, events }))
      }),
    )
  })

  it('changes nothing in the facts that it was given', () => {
    const given = facts()
    const before = structuredClone(given)
    decideAttribution(given)
    expect(given).toEqual(before)
  })
})

describe('the trail of a decision', () => {
  it('has one step a rule, and those after the winner were not asked', () => {
    expect(steps()).toEqual(['reference: found', 'inherited: not_needed', 'matched_past: not_needed', 'matched_coming: not_needed'])
    expect(steps({ references: [], first: null })).toEqual([
      'reference: nothing',
      'inherited: nothing',
      'matched_past: found',
      'matched_coming: not_needed',
    ])
    expect(steps({ references: [], first: null, events: [], match: null })).toEqual([
      'reference: nothing',
      'inherited: nothing',
      'matched_past: nothing',
      'matched_coming: nothing',
    ])
  })

  it('tells which calls were considered, also where none was taken', () => {
    const tooOld = call('too-old', '2026-06-01T14:00:00Z')
    const [, , before, after] = decide({ references: [], first: null, events: [tooOld] }).trail
    expect(before?.candidates).toMatchObject([{ eventId: 'too-old', verdict: 'outside_window' }])
    expect(after?.candidates).toEqual([])
  })

  it('says of a reference what it says and where, found or not', () => {
    const explain = (references: AttributionFacts['references']) => decide({ references }).trail[0]?.explanation
    expect(explain([])).toBe('No. It names no event, invitee or checkout of ours.')
    expect(explain([reference])).toBe('Yes. Its metadata.event_id names the call with Ivy Chen of Jan 5, 2026, 14:00 UTC (named).')
    expect(explain([{ where: 'client reference', value: 'order-7', event: null }])).toBe(
      'No. It says client reference “order-7”, which is no call that is known.',
    )
  })

  it('says why nothing could be inherited', () => {
    const explain = (change: Partial<AttributionFacts>) => decide({ references: [], ...change }).trail[1]?.explanation
    expect(explain({ payment: { ...facts().payment, subscriptionRef: null } })).toBe('No. It belongs to no subscription.')
    expect(explain({ first: null })).toBe('No. It is the first payment of its subscription, so there is nothing to inherit.')
    expect(explain({ first: { ...first, event: null } })).toBe(
      'The first payment of its subscription, of Jun 6, 2026, 10:00 UTC, is credited to no call itself.',
    )
    expect(explain({})).toBe(
      'Yes. The first payment of its subscription, of Jun 6, 2026, 10:00 UTC, is credited to the call with Dana Whitfield.',
    )
  })
})

describe('the summary of a decision', () => {
  it('names who is credited, the call and the reason', () => {
    expect(decide().summary).toBe(
      'Credited to Priya Nair and Marcus Hale, because the payment names the call with Ivy Chen of Jan 5, 2026, 14:00 UTC.',
    )
    expect(decide({ references: [], first: null, events: [coming] }).summary).toBe(
      'Credited to Priya Nair and Marcus Hale, because the call with Dana Whitfield of Nov 25, 2026, 14:00 UTC is the customer’s next one, booked before the payment of Nov 20, 2026, 15:00 UTC.',
    )
  })

  it('says of an uncredited payment whether its customer is known', () => {
    expect(decide({ references: [], first: null, events: [] }).summary).toBe(
      'Not credited: Dana Whitfield has no call that it could be for.',
    )
    expect(decide({ references: [], first: null, events: [], match: null }).summary).toBe(
      'Not credited: nobody on file has this email or phone.',
    )
  })
})
