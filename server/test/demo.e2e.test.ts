import { type ExpectedFigures, type ExpectedPeriod, type Story, tellStory } from '@clinch/drizzle/seeds/demo'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoPerson } from '../src/main/demo/demo-person.ts'
import { keepHours } from '../src/main/demo/keep-hours.ts'
import { playActs } from '../src/main/demo/play-acts.ts'
import { setUpOrganization } from '../src/main/demo/set-up-organization.ts'
import { startJobsOf } from './jobs.ts'
import { type RunningApp, startApp } from './running-app.ts'

const now = new Date()
/** The plan that the demo has: its closers take more seats than a trial has. */
const enlarge = async (id: string) => {
  await app.data.owner`update organizations set plan = 'enterprise', trial_ends_at = null where id = ${id}`
}
let app: RunningApp
let story: Story
let owner: DemoPerson
let closer: DemoPerson

beforeAll(async () => {
  app = await startApp()
  const worker = await startJobsOf(app, pino({ level: 'silent' }))
  story = tellStory({ now })
  const beginning = {
    now: now.toISOString(),
    password: 'a password of the tests',
    calendlySecret: 'calendly secret',
    stripeSecret: 'whsec_secret',
  }
  const organization = await setUpOrganization({ url: app.origin, confirmationLink: app.confirmationLink }, story, beginning, enlarge)
  await playActs(app.origin, story, organization, () => undefined)
  await keepHours(app.data.database, organization.id, story)
  await worker.stop()
  owner = organization.owner
  const first = organization.closers.get(story.closers[0]?.key ?? '')
  if (!first) throw new Error('The story has no closer')
  closer = first.person
}, 300_000)
afterAll(() => app.close())

interface Figures {
  bookedCalls: number
  shows: number
  noShows: number
  offers: number
  closes: number
  pendingPostCallForms: number
  cashCollected: { amount: string }
  refunded: { amount: string }
  netCash: { amount: string }
}

interface Report {
  totals: Figures
  groups: { keys: { label: string; id: string | null }[]; values: Figures }[]
}

const figures =
  'bookedCalls shows noShows offers closes pendingPostCallForms cashCollected { amount } refunded { amount } netCash { amount }'

const report = async (period: ExpectedPeriod['period'], dimension: string, person = owner): Promise<Report> => {
  const { metrics } = await person.ask<{ metrics: Report }>(
    `query ($period: PeriodInput!, $groupBy: [MetricDimension!]) { metrics(period: $period, groupBy: $groupBy, compare: false) {
       totals { ${figures} } groups { keys { label id } values { ${figures} } } } }`,
    { period, groupBy: [dimension] },
  )
  return metrics
}

const dollars = (minor: number): string => (minor / 100).toFixed(2)

const told = (expected: ExpectedFigures): Figures => ({
  bookedCalls: expected.bookedCalls,
  shows: expected.shows,
  noShows: expected.noShows,
  offers: expected.offers,
  closes: expected.closes,
  pendingPostCallForms: expected.pendingForms,
  cashCollected: { amount: dollars(expected.cashMinor) },
  refunded: { amount: dollars(expected.refundedMinor) },
  netCash: { amount: dollars(expected.netMinor) },
})

const isNothing = (values: Figures): boolean =>
  JSON.stringify(values) ===
  JSON.stringify(
    told({
      bookedCalls: 0,
      shows: 0,
      noShows: 0,
      completedOrNoShow: 0,
      offers: 0,
      closes: 0,
      pendingForms: 0,
      payments: 0,
      cashMinor: 0,
      refundedMinor: 0,
      lostMinor: 0,
      netMinor: 0,
    }),
  )

/** Groups by what is shown for them, without those that have nothing. */
const shown = (groups: Report['groups']): Record<string, Figures> =>
  Object.fromEntries(groups.filter(({ values }) => !isNothing(values)).map(({ keys: [key], values }) => [key?.label ?? '', values]))

const named = (expected: Record<string, ExpectedFigures>, names: ReadonlyMap<string, string>, none: string): Record<string, Figures> =>
  Object.fromEntries(
    Object.entries(expected)
      .map(([key, values]) => [key === 'none' ? none : (names.get(key) ?? key), told(values)] as const)
      .filter(([, values]) => !isNothing(values)),
  )

const namesOf = (people: readonly { key: string; name: string }[]) => new Map(people.map(({ key, name }) => [key, name]))

describe('the demo, played through the front doors', () => {
  for (const span of ['whole', 'last30Days', 'previous30Days'] as const) {
    it(`shows the totals that the story itself knows to be true (${span})`, async () => {
      const expected = story.expected[span]
      expect((await report(expected.period, 'MONTH')).totals).toEqual(told(expected.total))
    })

    it(`shows them by closer, setter, source, traffic type and day (${span})`, async () => {
      const expected = story.expected[span]
      expect(shown((await report(expected.period, 'CLOSER')).groups)).toEqual(named(expected.byCloser, namesOf(story.closers), 'No closer'))
      expect(shown((await report(expected.period, 'SETTER')).groups)).toEqual(named(expected.bySetter, namesOf(story.setters), 'No setter'))
      expect(shown((await report(expected.period, 'SOURCE')).groups)).toEqual(named(expected.bySource, namesOf(story.sources), 'No source'))
      expect(shown((await report(expected.period, 'TRAFFIC_TYPE')).groups)).toEqual(
        named(expected.byTrafficType, namesOf(story.trafficTypes), 'No traffic type'),
      )
      expect(shown((await report(expected.period, 'DAY')).groups)).toEqual(named(expected.byDay, new Map(), ''))
    })
  }

  it('shows how much of the closers’ open hours is booked', async () => {
    const { period } = story.expected.last30Days
    const { metrics, events, connections } = await owner.ask<{
      metrics: { totals: Record<'bookedSlots' | 'availableSlots' | 'utilization', number>; availability: object }
      events: { totalCount: number }
      connections: { provider: string; availability: object | null }[]
    }>(
      `query ($period: PeriodInput!) {
         metrics(period: $period, compare: false) {
           totals { bookedSlots availableSlots utilization } availability { closers knownClosers unknownBecause }
         }
         events(filter: { scheduled: $period, statuses: [SCHEDULED, COMPLETED, NO_SHOW] }) { totalCount }
         connections { provider availability { hostCount closerCount problems error } }
       }`,
      { period },
    )
    // Every closer's hours are known for every day, so every call counts; a slot is the median call.
    const days = Array.from({ length: 30 }, (_, index) => new Date(Date.parse(period.from) + index * 86_400_000).getUTCDay())
    const workdays = days.filter((weekday) => weekday !== 0 && weekday !== 6).length
    const slotMinutes = new Map(
      (
        await app.data.owner<{ email: string; minutes: number }[]>`
          select distinct c.email, a.slot_minutes as minutes from closer_availability a join closers c on c.id = a.closer_id`
      ).map(({ email, minutes }) => [email, minutes]),
    )
    const open = story.closers.map(({ email, open: { fromMinute, toMinute } }) =>
      Math.floor((toMinute - fromMinute) / (slotMinutes.get(email) ?? Number.NaN)),
    )
    const available = workdays * open.reduce((sum, slots) => sum + slots, 0)
    expect(metrics.totals).toEqual({
      bookedSlots: events.totalCount,
      availableSlots: available,
      utilization: expect.closeTo(events.totalCount / available, 12),
    })
    expect(metrics.totals.utilization).toBeGreaterThan(0.2)
    expect(metrics.totals.utilization).toBeLessThan(0.9)
    expect(metrics.availability).toEqual({ closers: story.closers.length, knownClosers: story.closers.length, unknownBecause: null })
    expect(connections.find(({ provider }) => provider === 'CALENDLY')?.availability).toEqual({
      hostCount: story.closers.length + 1,
      closerCount: story.closers.length,
      problems: [],
      error: null,
    })
  })

  it('credits every purchase to the call, closer and setter of the story, by the same rule', async () => {
    const credited = await everyPayment(owner)
    for (const purchase of story.expected.purchases) {
      const payment = credited.get(purchase.purchaseRef)
      expect({ ref: purchase.purchaseRef, ...payment }).toEqual({
        ref: purchase.purchaseRef,
        amount: { amount: dollars(purchase.amountMinor) },
        refunded: { amount: dollars(purchase.refundedMinor) },
        lost: { amount: dollars(purchase.lostMinor) },
        disputed: { amount: dollars(purchase.disputedMinor) },
        providerPaymentId: purchase.purchaseRef,
        event: purchase.eventBookingRef ? { bookingRef: purchase.eventBookingRef } : null,
        closer: purchase.closerKey ? { name: namesOf(story.closers).get(purchase.closerKey) } : null,
        setter: purchase.setterKey ? { name: namesOf(story.setters).get(purchase.setterKey) } : null,
        attribution: { method: purchase.method.toUpperCase() },
      })
    }
    expect(credited.size).toBe(story.expected.purchases.length)
  })

  it('credits what was entered by hand to the call, setter and all, that it is for', async () => {
    const { payments } = await owner.ask<{ payments: { nodes: object[] } }>(
      `{ payments(filter: { origins: [MANUAL] }) { nodes { amount { amount } status offPlatformMethod customerEmail event { bookingRef } closer { name } } } }`,
    )
    expect(payments.nodes).toEqual(
      story.expected.wires.map(({ amountMinor, customerEmail, bookingRef, closerKey }) => ({
        amount: { amount: dollars(amountMinor) },
        status: 'SUCCEEDED',
        offPlatformMethod: 'WIRE',
        customerEmail,
        event: { bookingRef },
        closer: { name: namesOf(story.closers).get(closerKey) },
      })),
    )
  })

  it('leaves every call as the story has it', async () => {
    const calls = await everyEvent(owner)
    expect(calls.size).toBe(story.expected.calls.length)
    for (const call of story.expected.calls) {
      expect({ ref: call.bookingRef, ...calls.get(call.bookingRef) }).toEqual({
        ref: call.bookingRef,
        bookingRef: call.bookingRef,
        status: call.status.toUpperCase(),
        outcome: call.outcome?.toUpperCase() ?? null,
        overdue: call.isPending,
        rescheduledFrom: call.rescheduledFromRef ? { bookingRef: call.rescheduledFromRef } : null,
        closer: { name: namesOf(story.closers).get(call.closerKey) },
        setter: call.setterKey ? { name: namesOf(story.setters).get(call.setterKey) } : null,
      })
    }
  })

  it('lists the setters’ names that nobody on the roster has', async () => {
    const { unresolvedSetterNames } = await owner.ask<{ unresolvedSetterNames: { name: string }[] }>('{ unresolvedSetterNames { name } }')
    expect(unresolvedSetterNames.map(({ name }) => name).sort()).toEqual([...story.expected.unresolvedSetterNames].sort())
  })

  it('shows a closer their own figures, and nobody else’s', async () => {
    const key = story.closers[0]?.key ?? ''
    const expected = story.expected.whole
    const own = await report(expected.period, 'CLOSER', closer)
    expect(own.totals).toEqual(told(expected.byCloser[key] ?? expected.total))
    expect(own.groups).toHaveLength(1)
  })
})

interface CreditedPayment {
  providerPaymentId: string | null
}

async function everyPayment(person: DemoPerson): Promise<Map<string, CreditedPayment>> {
  const all = new Map<string, CreditedPayment>()
  for (let after: string | null = null; ;) {
    const { payments }: { payments: { nodes: CreditedPayment[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await person.ask(
        `query ($after: String) { payments(first: 200, after: $after) { pageInfo { hasNextPage endCursor } nodes { providerPaymentId amount { amount } refunded { amount } lost { amount } disputed { amount }
         event { bookingRef } closer { name } setter { name } attribution { method } } } }`,
        { after },
      )
    // A payment that a closer reported has no processor's id.
    for (const payment of payments.nodes) if (payment.providerPaymentId) all.set(payment.providerPaymentId, payment)
    if (!payments.pageInfo.hasNextPage) return all
    after = payments.pageInfo.endCursor
  }
}

interface ReadEvent {
  bookingRef: string
}

async function everyEvent(person: DemoPerson): Promise<Map<string, ReadEvent>> {
  const all = new Map<string, ReadEvent>()
  for (let after: string | null = null; ;) {
    const { events }: { events: { nodes: ReadEvent[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await person.ask(
      `query ($after: String) { events(first: 200, after: $after) { pageInfo { hasNextPage endCursor } nodes { bookingRef status outcome overdue
         rescheduledFrom { bookingRef } closer { name } setter { name } } } }`,
      { after },
    )
    for (const event of events.nodes) all.set(event.bookingRef, event)
    if (!events.pageInfo.hasNextPage) return all
    after = events.pageInfo.endCursor
  }
}
