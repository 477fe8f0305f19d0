import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesOfMatch, chooseEvent } from './choose-event.ts'
import type { AttributionFacts, CandidateEvent } from './attribution-facts.ts'

const paidAt = new Date('2026-11-20T15:00:00Z')
const dayMs = 86_400_000
const daysAway = (days: number): Date => new Date(paidAt.getTime() + days * dayMs)

const call = (eventId: string, scheduledAt: Date, change: Partial<CandidateEvent> = {}): CandidateEvent => ({
  eventId,
  bookingRef: eventId,
  leadId: 'lead-dana',
  leadName: 'Dana Whitfield',
  scheduledAt,
  bookedAt: new Date(Math.min(scheduledAt.getTime(), paidAt.getTime()) - 3 * dayMs),
  status: 'scheduled',
  outcome: null,
  reported: null,
  moved: false,
  closerId: 'closer-priya',
  closerName: 'Priya Nair',
  setterId: null,
  setterName: null,
  sourceId: null,
  trafficTypeId: null,
  ...change,
})

const facts = (events: readonly CandidateEvent[], windowDays = 60): AttributionFacts => ({
  payment: {
    amountMinor: 300_000n,
    currency: 'USD',
    paidAt,
    customerEmail: 'dana@example.com',
    customerPhone: null,
    customerRef: null,
    subscriptionRef: null,
  },
  windowDays,
  report: null,
  references: [],
  first: null,
  match: { by: 'email', value: 'dana@example.com', leadId: 'lead-dana', leadName: 'Dana Whitfield', through: null },
  contradictory: [],
  events,
})

const chosen = (events: readonly CandidateEvent[], windowDays?: number): [string, string] | null => {
  const choice = chooseEvent(facts(events, windowDays))
  return choice && [choice.method, choice.event.eventId]
}

const instant = fc.integer({ min: -80, max: 20 }).map((days) => daysAway(days))
const anyCall = fc
  .record({
    scheduledAt: instant,
    bookedAt: instant,
    status: fc.constantFrom('scheduled', 'completed', 'no_show', 'canceled', 'rescheduled'),
    moved: fc.boolean(),
  })
  .map((change) => call('', change.scheduledAt, change))
const calls = fc
  .array(anyCall, { maxLength: 14 })
  .map((list) => list.map((event, index) => ({ ...event, eventId: `event-${index}`, bookingRef: `event-${index}` })))

describe('the call that a payment is for', () => {
  it('is the most recent one before it', () => {
    expect(chosen([call('older', daysAway(-9)), call('recent', daysAway(-2)), call('coming', daysAway(1))])).toEqual([
      'matched_past',
      'recent',
    ])
  })

  it('is one at the very moment of the payment, and not one a millisecond later', () => {
    const before = call('before', daysAway(-1))
    expect(chosen([before, call('now', paidAt)])).toEqual(['matched_past', 'now'])
    expect(chosen([before, call('later', new Date(paidAt.getTime() + 1))])).toEqual(['matched_past', 'before'])
  })

  it('lies no further back than the window, to the millisecond', () => {
    expect(chosen([call('edge', daysAway(-60))])).toEqual(['matched_past', 'edge'])
    expect(chosen([call('beyond', new Date(daysAway(-60).getTime() - 1))])).toBeNull()
    expect(chosen([call('five', daysAway(-5))], 4)).toBeNull()
    expect(chosen([call('now', paidAt)], 0)).toEqual(['matched_past', 'now'])
  })

  it('is the nearest coming one that was booked by then, where none lies before it', () => {
    expect(chosen([call('far', daysAway(9)), call('near', daysAway(2)), call('beyond', daysAway(-90))])).toEqual(['matched_coming', 'near'])
    expect(chosen([call('booked-then', daysAway(9), { bookedAt: paidAt })])).toEqual(['matched_coming', 'booked-then'])
    expect(chosen([call('booked-later', daysAway(2), { bookedAt: new Date(paidAt.getTime() + 1) })])).toBeNull()
  })

  it('may be a past one that was entered only after the payment: it had taken place', () => {
    expect(chosen([call('entered-later', daysAway(-1), { bookedAt: daysAway(1) })])).toEqual(['matched_past', 'entered-later'])
  })

  it('is never one that was moved: what it became stands for it', () => {
    expect(chosen([call('moved', daysAway(-1), { moved: true, status: 'rescheduled' })])).toBeNull()
    expect(chosen([call('moved', daysAway(-1), { moved: true }), call('new', daysAway(3))])).toEqual(['matched_coming', 'new'])
    expect(chosen([call('moved', daysAway(-1), { moved: true, status: 'canceled' })])).toBeNull()
  })

  it('is a canceled one only where no other qualifies, before or after', () => {
    const canceled = call('canceled', daysAway(-1), { status: 'canceled' })
    expect(chosen([canceled, call('older', daysAway(-30))])).toEqual(['matched_past', 'older'])
    expect(chosen([canceled, call('coming', daysAway(3))])).toEqual(['matched_coming', 'coming'])
    expect(chosen([canceled, call('beyond', daysAway(-70))])).toEqual(['matched_past', 'canceled'])
    expect(chosen([call('coming-canceled', daysAway(2), { status: 'canceled' })])).toEqual(['matched_coming', 'coming-canceled'])
  })

  it('may be one that the lead did not show up to', () => {
    expect(chosen([call('no-show', daysAway(-1), { status: 'no_show' }), call('older', daysAway(-2))])).toEqual(['matched_past', 'no-show'])
  })

  it('of two at the same time is the one booked later, and of those still alike always the same one', () => {
    for (const at of [daysAway(-1), daysAway(1)]) {
      const first = call('a', at, { bookedAt: daysAway(-9) })
      const second = call('b', at, { bookedAt: daysAway(-8) })
      const twin = call('c', at, { bookedAt: daysAway(-8) })
      expect(chosen([first, second])?.[1]).toBe('b')
      for (const list of [
        [first, second, twin],
        [twin, second, first],
        [second, twin, first],
      ])
        expect(chosen(list)?.[1]).toBe('c')
    }
  })

  it('is none where there is no call', () => {
    expect(chosen([])).toBeNull()
  })

  it('depends on the set of calls and not on their order', () => {
    const shuffled = calls.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(chosen(other)).toEqual(chosen(list))
      }),
    )
  })

  it('is the same whether or not calls are known that could not be it', () => {
    fc.assert(
      fc.property(calls, (list) => {
        const possible = list.filter((event) => !event.moved)
        expect(chosen(possible)).toEqual(chosen(list))
      }),
    )
  })

  it('keeps every promise of the rules', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 70 }), (list, windowDays) => {
        const choice = chooseEvent(facts(list, windowDays))
        if (!choice) return
        const { event, method } = choice
        const ageMs = paidAt.getTime() - event.scheduledAt.getTime()
        expect(event.moved).toBe(false)
        expect(method === 'matched_past').toBe(ageMs >= 0)
        if (method === 'matched_past') expect(ageMs <= windowDays * dayMs).toBe(true)
        else expect(event.bookedAt <= paidAt).toBe(true)
      }),
    )
  })
})

describe('the calls that were considered', () => {
  const events = [
    call('moved', daysAway(-1), { moved: true }),
    call('canceled', daysAway(-2), { status: 'canceled' }),
    call('chosen', daysAway(-3)),
    call('older', daysAway(-4)),
    call('beyond', daysAway(-90)),
    call('later', daysAway(9)),
    call('booked-later', daysAway(8), { bookedAt: daysAway(1) }),
  ]
  const verdicts = (rule: 'matched_past' | 'matched_coming', given = events) => {
    const choice = chooseEvent(facts(given))
    const event = choice?.method === rule ? choice.event : null
    return candidatesOfMatch(facts(given), rule, event).map(({ eventId, verdict }) => [eventId, verdict])
  }

  it('are told with why each was taken or passed over, the most recent first', () => {
    expect(verdicts('matched_past')).toEqual([
      ['moved', 'moved'],
      ['canceled', 'canceled'],
      ['chosen', 'chosen'],
      ['older', 'older'],
      ['beyond', 'outside_window'],
    ])
    expect(verdicts('matched_coming')).toEqual([
      ['later', 'later'],
      ['booked-later', 'booked_after_payment'],
    ])
  })

  it('always show the chosen one, however many others there are', () => {
    const moved = Array.from({ length: 14 }, (_, index) => call(`moved-${index}`, daysAway(-1 - index), { moved: true }))
    const past = verdicts('matched_past', [...moved, call('the-one', daysAway(-40))])
    expect(past).toHaveLength(10)
    expect(past.at(-1)).toEqual(['the-one', 'chosen'])
    const coming = Array.from({ length: 14 }, (_, index) => call(`coming-${index}`, daysAway(1 + index)))
    expect(verdicts('matched_coming', coming)).toContainEqual(['coming-0', 'chosen'])
  })

  it('have one chosen among them exactly where a call was found', () => {
    fc.assert(
      fc.property(calls, (list) => {
        const choice = chooseEvent(facts(list))
        const said = [...verdicts('matched_past', list), ...verdicts('matched_coming', list)].filter(([, verdict]) => verdict === 'chosen')
        expect(said).toEqual(choice ? [[choice.event.eventId, 'chosen']] : [])
      }),
    )
  })
})
