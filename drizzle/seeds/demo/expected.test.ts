import { describe, expect, it } from 'vitest'
import { dayMs } from './clock.ts'
import type { ExpectedFigures, ExpectedGroups, ExpectedTotals } from './expected.type.ts'
import { closers } from './people.ts'
import { firstOf, type ReadCall, readCalls, readLeads, setterKeyOf, sourceKeyOf, text, webhooksOf } from './read-back.ts'
import { creditOf, readPurchases, type ReadPurchase } from './read-back-money.ts'
import type { FormAct } from './story.ts'
import { tellStory } from './tell-story.ts'

const sumOf = (groups: ExpectedGroups): ExpectedFigures =>
  Object.values(groups).reduce((total, each) => ({
    bookedCalls: total.bookedCalls + each.bookedCalls,
    shows: total.shows + each.shows,
    noShows: total.noShows + each.noShows,
    completedOrNoShow: total.completedOrNoShow + each.completedOrNoShow,
    offers: total.offers + each.offers,
    closes: total.closes + each.closes,
    pendingForms: total.pendingForms + each.pendingForms,
    payments: total.payments + each.payments,
    cashMinor: total.cashMinor + each.cashMinor,
    refundedMinor: total.refundedMinor + each.refundedMinor,
    lostMinor: total.lostMinor + each.lostMinor,
    netMinor: total.netMinor + each.netMinor,
  }))

const periods = ['whole', 'last30Days', 'previous30Days'] as const satisfies (keyof ExpectedTotals)[]

// Several seeds, so that no story is unambiguous by luck.
describe.each([
  [undefined, '2026-11-20T15:30:00Z'],
  [2, '2026-11-20T15:30:00Z'],
  [3, '2026-03-09T13:00:00Z'],
  [4, '2027-01-01T04:59:00Z'],
])('what the story with seed %s, told at %s, expects', (seed, moment) => {
  const story = tellStory(seed === undefined ? { now: new Date(moment) } : { seed, now: new Date(moment) })
  const { expected } = story
  const calls = readCalls(story.acts)
  const purchases = readPurchases(story)
  const leads = readLeads(calls)
  const forms = story.acts.filter((act): act is FormAct => act.kind === 'form')

  it.each(periods)('adds up over closers, setters, sources, traffic types and days: %s', (name) => {
    const { total, byCloser, bySetter, bySource, byTrafficType, byDay, unattributed } = expected[name]
    for (const groups of [byCloser, bySetter, bySource, byTrafficType, byDay]) expect(sumOf(groups)).toEqual(total)
    expect(total.netMinor).toBe(total.cashMinor - total.refundedMinor - total.lostMinor)
    expect(total.completedOrNoShow).toBe(total.shows + total.noShows)
    expect(byCloser['none']?.cashMinor ?? 0).toBe(unattributed.cashMinor)
    expect(byCloser['none']?.payments ?? 0).toBe(unattributed.payments)
  })

  it('has its thirty days inside the whole, one span after the other', () => {
    expect(Object.keys(expected.last30Days.byDay)).toHaveLength(30)
    expect(Object.keys(expected.previous30Days.byDay)).toHaveLength(30)
    for (const period of [expected.last30Days, expected.previous30Days]) {
      for (const [day, figures] of Object.entries(period.byDay)) expect(expected.whole.byDay[day]).toEqual(figures)
    }
  })

  it('agrees with the messages and forms on how every call stands', () => {
    expect(expected.calls.map(({ bookingRef }) => bookingRef).sort()).toEqual([...calls.keys()].sort())
    for (const call of expected.calls) {
      const read = calls.get(call.bookingRef)
      if (!read) throw new Error(`${call.bookingRef} is in no message`)
      const showed = read.form?.leadShowed
      const status =
        showed === undefined
          ? read.isMoved
            ? 'rescheduled'
            : read.isCanceled
              ? 'canceled'
              : read.mark?.marked
                ? 'no_show'
                : 'scheduled'
          : showed
            ? 'completed'
            : 'no_show'
      const isPending = !read.form && !read.isMoved && !read.isCanceled && read.endsAt <= Date.parse(moment)
      const closer = closers.find(({ email }) => email === read.hostEmail)
      expect(call).toMatchObject({
        status,
        isPending,
        closerKey: closer?.key,
        setterKey: setterKeyOf(calls, read),
        sourceKey: sourceKeyOf(calls, read),
        rescheduledFromRef: read.olderRef,
      })
    }
  })

  it('agrees with the messages on every purchase, its refunds and its credit', () => {
    expect(expected.purchases.map(({ purchaseRef }) => purchaseRef).sort()).toEqual([...purchases.keys()].sort())
    for (const purchase of expected.purchases) {
      const read = purchases.get(purchase.purchaseRef)
      if (!read) throw new Error(`${purchase.purchaseRef} is in no message`)
      const { method, call } = creditOf(read, purchases, calls, leads)
      expect(purchase).toMatchObject({
        amountMinor: read.amountMinor,
        refundedMinor: read.refundedMinor,
        lostMinor: read.lostMinor,
        disputedMinor: read.disputedMinor,
        eventBookingRef: call?.ref ?? null,
        closerKey: closers.find(({ email }) => email === call?.hostEmail)?.key ?? null,
        setterKey: call ? setterKeyOf(calls, call) : null,
        method,
      })
      expect(purchase.paidAt.getTime()).toBe(read.paidAt)
      expect(read.refundedMinor).toBeLessThanOrEqual(read.amountMinor)
    }
  })

  it('has a dispute of each end, none of them refunded too, and one wire, credited to its lead’s only call', () => {
    const disputed = expected.purchases.filter(({ disputedMinor }) => disputedMinor > 0)
    const lost = expected.purchases.filter(({ lostMinor }) => lostMinor > 0)
    expect([disputed.length, lost.length, expected.wires.length]).toEqual([1, 1, 1])
    for (const { refundedMinor } of [...disputed, ...lost]) expect(refundedMinor).toBe(0)
    const closed = webhooksOf(story, 'stripe').filter(({ body }) => text(body, 'type') === 'charge.dispute.closed')
    const results = closed.map(({ body }) => text(body, 'data', 'object', 'status'))
    expect([...new Set(results)].sort()).toEqual(['lost', 'won'])
    for (const wire of expected.wires) {
      const call = calls.get(wire.bookingRef)
      expect(call && leads.byEmail.get(wire.customerEmail)).toEqual([call])
      expect(
        [...purchases.values()].filter(({ email, amountMinor }) => email === wire.customerEmail && amountMinor === wire.amountMinor),
      ).toEqual([])
    }
  })

  it('never leaves a choice: no two purchases of one lead of the same amount within six days', () => {
    const byLead = groupByLead()
    for (const mine of byLead.values()) {
      for (const one of mine) {
        const close = mine.filter(
          (other) => other !== one && other.amountMinor === one.amountMinor && Math.abs(other.paidAt - one.paidAt) <= 6 * dayMs,
        )
        expect(close).toEqual([])
      }
    }
  })

  it('ties every report to the one purchase of its lead that it can be, and the wired ones to none', () => {
    const reported = new Map(forms.filter(({ answers }) => answers.cashCollected).map((form) => [form.bookingRef, form]))
    expect(expected.reports.map(({ bookingRef }) => bookingRef).sort()).toEqual([...reported.keys()].sort())
    for (const report of expected.reports) {
      const call = calls.get(report.bookingRef)
      const mine = call ? leads.byEmail.get(call.names.email) : undefined
      const twins = [...purchases.values()].filter(
        (purchase) =>
          creditedLead(purchase.email, purchase.phone) === mine &&
          purchase.amountMinor === report.amountMinor &&
          Math.abs(purchase.paidAt - report.paidAt.getTime()) <= 3 * dayMs,
      )
      expect(twins.map(({ ref }) => ref)).toEqual(report.purchaseRef ? [report.purchaseRef] : [])
      expect(Number(reported.get(report.bookingRef)?.answers.cashCollected?.amount) * 100).toBe(report.amountMinor)
    }
    const matched = expected.reports.flatMap(({ purchaseRef }) => purchaseRef ?? [])
    expect(new Set(matched).size).toBe(matched.length)
  })

  it('files only forms that can be', () => {
    for (const { answers, bookingRef, closerKey } of forms) {
      const { callOccurred, leadShowed, offerMade, dealClosed, cashCollected, paymentType } = answers
      expect(leadShowed && !callOccurred).toBe(false)
      expect(offerMade && !leadShowed).toBe(false)
      expect(dealClosed && !offerMade).toBe(false)
      expect(dealClosed && paymentType === 'DEPOSIT').toBe(false)
      expect(cashCollected !== null && !dealClosed && paymentType !== 'DEPOSIT').toBe(false)
      expect(paymentType === 'DEPOSIT' && cashCollected === null).toBe(false)
      expect(dealClosed === (paymentType === 'PIF' || paymentType === 'PAYMENT_PLAN')).toBe(true)
      expect(closers.find(({ email }) => email === calls.get(bookingRef)?.hostEmail)?.key).toBe(closerKey)
    }
  })

  it('keeps the closers’ hours, and gives nobody two calls at once', () => {
    const hours = new Intl.DateTimeFormat('sv-SE', { timeZone: story.organization.timeZone, timeStyle: 'short' })
    const byHost = new Map<string, ReadCall[]>()
    for (const call of calls.values()) {
      expect(hours.format(call.scheduledAt) >= '09:00' && hours.format(call.endsAt) < '18:30').toBe(true)
      expect(call.bookedAt).toBeLessThan(call.scheduledAt)
      byHost.set(call.hostEmail, [...(byHost.get(call.hostEmail) ?? []), call])
    }
    for (const mine of byHost.values()) {
      const inOrder = mine.sort((a, b) => a.scheduledAt - b.scheduledAt)
      expect(inOrder.filter((call, index) => call.endsAt > (inOrder[index + 1]?.scheduledAt ?? Infinity))).toEqual([])
    }
  })

  it('gives no address and no phone to two people', () => {
    const namesBy = (of: (call: { names: { email: string; phone: string | null } }) => string | null) => {
      const names = new Map<string, Set<string>>()
      for (const call of calls.values()) {
        const key = of(call)
        if (key) names.set(key, (names.get(key) ?? new Set()).add(call.names.name))
      }
      return [...names.values()].filter((each) => each.size > 1)
    }
    expect(namesBy(({ names }) => names.email)).toEqual([])
    expect(namesBy(({ names }) => names.phone)).toEqual([])
    const chains = [...calls.values()].map((call) => [call.names.name, firstOf(calls, call).names.name])
    expect(chains.every(([last, first]) => last === first)).toBe(true)
  })

  function groupByLead(): Map<unknown, ReadPurchase[]> {
    const byLead = new Map<unknown, ReadPurchase[]>()
    for (const purchase of purchases.values()) {
      const lead = creditedLead(purchase.email, purchase.phone) ?? purchase.email
      byLead.set(lead, [...(byLead.get(lead) ?? []), purchase])
    }
    return byLead
  }

  function creditedLead(email: string, phone: string | null) {
    return leads.byEmail.get(email) ?? (phone ? leads.byPhone.get(phone.replace(/\D/g, '')) : undefined)
  }
})
