import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { dayMs, minuteMs } from './clock.ts'
import { dig, text, webhooksOf } from './read-back.ts'
import type { Story } from './story.ts'
import { tellStory } from './tell-story.ts'

const now = new Date('2026-11-20T15:30:00Z')
const story = tellStory({ now })
const hashOf = (told: Story): string => createHash('sha256').update(JSON.stringify(told)).digest('hex')

describe('the same story', () => {
  it('is told byte for byte by the same seed and moment', () => {
    expect(hashOf(tellStory({ now }))).toBe(hashOf(story))
  })

  it('is another one by another seed', () => {
    expect(hashOf(tellStory({ now, seed: 7 }))).not.toBe(hashOf(story))
  })
})

// Around changed clocks, at a year's end, in the night and on a Sunday.
describe.each(['2026-11-20T15:30:00Z', '2026-03-09T13:00:00Z', '2027-01-01T04:59:00Z', '2026-07-05T23:15:00Z'])(
  'a story told at %s',
  (moment) => {
    const at = new Date(moment)
    const { acts, closers, expected } = tellStory({ now: at })
    const { total } = expected.whole

    it('has the size of a busy team of six', () => {
      expect(expected.calls.length).toBeGreaterThanOrEqual(1_500)
      expect(expected.calls.length).toBeLessThan(1_510)
      expect(expected.purchases.length).toBeGreaterThan(245)
      expect(expected.purchases.length).toBeLessThan(365)
      expect(total.shows / total.completedOrNoShow).toBeCloseTo(0.78, 1)
      expect(total.offers / total.shows).toBeCloseTo(0.7, 1)
      expect(total.closes / total.shows).toBeCloseTo(0.25, 1)
    })

    it('has a file that knows more of its leads, one of them twice', () => {
      const { leadFields, leadFile } = tellStory({ now: at })
      const names = leadFile.map(({ name }) => name)
      expect(names).toHaveLength(91)
      expect(new Set(names).size).toBe(90)
      const keys = new Set(leadFile.flatMap(({ values }) => values.map(({ key }) => key)))
      expect([...keys].toSorted()).toEqual(leadFields.map(({ key }) => key).toSorted())
    })

    it('is over at the moment that it is told', () => {
      expect(acts.every((act) => act.at <= at)).toBe(true)
      expect(expected.purchases.every(({ paidAt }) => paidAt <= at)).toBe(true)
    })

    it('looks alive: calls to come, forms outstanding, payments of late', () => {
      const coming = expected.calls.filter(({ status, isPending }) => status === 'scheduled' && !isPending)
      expect(coming.length).toBeGreaterThan(15)
      const waiting = expected.calls.filter(({ isPending }) => isPending)
      expect(new Set(waiting.map(({ closerKey }) => closerKey)).size).toBe(closers.length)
      expect(expected.pendingBookingRefs.length).toBeLessThan(45)
      expect(expected.last30Days.total.payments).toBeGreaterThan(40)
    })

    it('tells the rarer ways of money too', () => {
      const methods = expected.purchases.map(({ method }) => method)
      for (const method of ['reference', 'inherited', 'matched_past', 'matched_coming', 'none']) expect(methods).toContain(method)
      expect(expected.reports.filter(({ purchaseRef }) => purchaseRef === null).length).toBeGreaterThan(3)
      expect(
        expected.purchases.filter(({ refundedMinor, amountMinor }) => refundedMinor > 0 && refundedMinor < amountMinor).length,
      ).toBeGreaterThan(5)
      expect(expected.purchases.filter(({ refundedMinor, amountMinor }) => refundedMinor === amountMinor).length).toBeGreaterThan(3)
    })
  },
)

describe('the acts', () => {
  it('are in the order in which they happened', () => {
    const times = story.acts.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it('begin about 120 days before', () => {
    const [first] = story.acts
    expect(now.getTime() - (first?.at.getTime() ?? 0)).toBeGreaterThan(115 * dayMs)
    expect(now.getTime() - (first?.at.getTime() ?? 0)).toBeLessThan(121 * dayMs)
  })

  it('repeat some deliveries with the very same body', () => {
    const bodies = [...webhooksOf(story, 'calendly'), ...webhooksOf(story, 'stripe')].map(({ body }) => JSON.stringify(body))
    expect(bodies.length - new Set(bodies).size).toBeGreaterThan(20)
  })

  it('leave at least a minute between hearing of a call and filing its form', () => {
    const heardOf = new Map<string, number>()
    for (const { body, at } of webhooksOf(story, 'calendly')) {
      const ref = text(body, 'payload', 'uri')
      if (!heardOf.has(ref)) heardOf.set(ref, at.getTime())
    }
    const forms = story.acts.flatMap((act) => (act.kind === 'form' ? [act] : []))
    expect(forms.every(({ at, bookingRef }) => at.getTime() - (heardOf.get(bookingRef) ?? Infinity) >= minuteMs)).toBe(true)
  })

  it('let a move’s new half overtake its old one, and lose a half now and then', () => {
    const created = new Map<string, number>()
    const canceled = new Map<string, number>()
    for (const { body, at } of webhooksOf(story, 'calendly')) {
      const kind = text(body, 'event')
      const older = dig(body, 'payload', 'old_invitee')
      if (kind === 'invitee.created' && typeof older === 'string') created.set(older, at.getTime())
      if (kind === 'invitee.canceled' && dig(body, 'payload', 'rescheduled') === true)
        canceled.set(text(body, 'payload', 'uri'), at.getTime())
    }
    const refs = [...new Set([...created.keys(), ...canceled.keys()])]
    expect(refs.filter((ref) => (created.get(ref) ?? 0) < (canceled.get(ref) ?? 0)).length).toBeGreaterThan(30)
    expect(refs.filter((ref) => !canceled.has(ref)).length).toBeGreaterThan(3)
    expect(refs.filter((ref) => !created.has(ref)).length).toBeGreaterThan(1)
  })

  it('tell some refunds before the payment itself', () => {
    const seen = new Set<string>()
    const overtaking = new Set<string>()
    for (const { body } of webhooksOf(story, 'stripe')) {
      const object = dig(body, 'data', 'object')
      if (text(body, 'type') === 'charge.succeeded') seen.add(text(object, 'payment_intent'))
      if (text(body, 'type') === 'refund.created' && !seen.has(text(object, 'payment_intent')))
        overtaking.add(text(object, 'payment_intent'))
    }
    expect(overtaking.size).toBeGreaterThan(1)
  })

  it('name only addresses that cannot exist', () => {
    const addresses = JSON.stringify(story).match(/[\w.+-]+@[\w.-]+/g) ?? []
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
  })

  it('use an id of the processor for one thing only', () => {
    const ids = webhooksOf(story, 'stripe').map(({ body }) => text(body, 'id'))
    const bodies = new Set(webhooksOf(story, 'stripe').map(({ body }) => JSON.stringify(body)))
    expect(new Set(ids).size).toBe(bodies.size)
  })
})
