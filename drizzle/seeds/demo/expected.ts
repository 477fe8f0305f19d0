import { addDays, dayMs, dayOf, daysBetween } from './clock.ts'
import type {
  ExpectedCall,
  ExpectedFigures,
  ExpectedGroups,
  ExpectedPeriod,
  ExpectedPurchase,
  ExpectedReport,
  ExpectedTotals,
} from './expected.type.ts'
import { heldMinor, lostMinor } from './disputes.ts'
import { refundedMinor } from './refunds.ts'
import type { Booking, Purchase, Wire, World } from './truth.ts'

/** One thing to count, on its day, for those to whom it belongs. */
interface Fact {
  day: string
  booking: Booking | null
  counts: Partial<ExpectedFigures>
}

/** Adds up what the story knows of itself. Nothing here looks at a message. */
export function expectedTotals(world: World): ExpectedTotals {
  const calls = world.bookings.map((booking) => expectedCall(booking, world.now))
  const reports = expectedReports(world)
  const facts = [
    ...world.bookings.flatMap((booking, index) => factsOfCall(booking, calls[index])),
    ...world.purchases.map(factOfPurchase),
    ...world.wires.map(factOfWire),
    ...factsOfReports(world, reports),
  ]
  const days = facts.map(({ day }) => day).sort()
  const today = dayOf(world.now)
  return {
    whole: addUp(facts, days[0] ?? today, days.at(-1) ?? today),
    last30Days: addUp(facts, addDays(today, -29), today),
    previous30Days: addUp(facts, addDays(today, -59), addDays(today, -30)),
    pendingBookingRefs: calls.filter(({ isPending }) => isPending).map(({ bookingRef }) => bookingRef),
    calls,
    purchases: world.purchases.map(expectedPurchase),
    reports,
    wires: world.wires.map(({ amountMinor, paidOn, booking, lead }) => ({
      amountMinor,
      paidOn,
      bookingRef: booking.ref,
      closerKey: booking.host.key,
      customerEmail: lead.email,
    })),
    unresolvedSetterNames: [...new Set(world.bookings.flatMap(({ marketing }) => marketing.unknownSetterName ?? []))].sort(),
  }
}

function expectedCall(booking: Booking, now: Date): ExpectedCall {
  const form = booking.forms.at(-1)?.answers
  const isMarked = booking.marks.at(-1)?.marked ?? false
  const isGone = booking.next !== null || booking.cancellation !== null
  const { setterKey, sourceKey, trafficTypeKey } = booking.first.marketing
  const known = {
    bookingRef: booking.ref,
    rescheduledFromRef: booking.previous?.ref ?? null,
    closerKey: booking.host.key,
    setterKey,
    sourceKey,
    trafficTypeKey,
  }
  const isPending = !form && !isGone && booking.endsAt <= now
  if (form) {
    if (!form.leadShowed) return { ...known, isPending, status: 'no_show', outcome: 'no_show' }
    return {
      ...known,
      isPending,
      status: 'completed',
      outcome: form.dealClosed ? 'closed' : form.offerMade ? 'offer_made' : 'no_offer',
    }
  }
  if (isGone) return { ...known, isPending, status: booking.next ? 'rescheduled' : 'canceled', outcome: null }
  return isMarked
    ? { ...known, isPending, status: 'no_show', outcome: 'no_show' }
    : { ...known, isPending, status: 'scheduled', outcome: null }
}

function factsOfCall(booking: Booking, call: ExpectedCall | undefined): Fact[] {
  if (!call) return []
  const didShow = call.status === 'completed'
  const held = {
    shows: Number(didShow),
    noShows: Number(call.status === 'no_show'),
    completedOrNoShow: Number(didShow || call.status === 'no_show'),
    offers: Number(call.outcome === 'offer_made' || call.outcome === 'closed'),
    closes: Number(call.outcome === 'closed'),
    pendingForms: Number(call.isPending),
  }
  const booked = { day: dayOf(booking.bookedAt), booking, counts: { bookedCalls: 1 } }
  return [...(booking.next ? [] : [booked]), { day: dayOf(booking.scheduledAt), booking, counts: held }]
}

function factOfPurchase(purchase: Purchase): Fact {
  const refunded = refundedMinor(purchase)
  const lost = lostMinor(purchase)
  const { amountMinor } = purchase
  const counts = { payments: 1, cashMinor: amountMinor, refundedMinor: refunded, lostMinor: lost, netMinor: amountMinor - refunded - lost }
  return { day: dayOf(purchase.paidAt), booking: purchase.credit.booking, counts }
}

const factOfWire = ({ amountMinor, paidOn, booking }: Wire): Fact => ({
  day: paidOn,
  booking,
  counts: { payments: 1, cashMinor: amountMinor, netMinor: amountMinor },
})

/** Reported cash, each with the purchase of the same lead and amount within three days of it, if there is one. */
function expectedReports({ bookings, purchases }: World): ExpectedReport[] {
  return bookings.flatMap((booking): ExpectedReport[] => {
    const { lead, reported, endsAt } = booking
    if (!reported || booking.forms.length === 0) return []
    const twin = purchases.find(
      (purchase) =>
        purchase.lead === lead &&
        purchase.amountMinor === reported.amountMinor &&
        Math.abs(purchase.paidAt.getTime() - endsAt.getTime()) <= 3 * dayMs,
    )
    return [{ bookingRef: booking.ref, amountMinor: reported.amountMinor, paidAt: endsAt, purchaseRef: twin?.ref ?? null }]
  })
}

function factsOfReports({ bookings }: World, reports: readonly ExpectedReport[]): Fact[] {
  const byRef = new Map(bookings.map((booking) => [booking.ref, booking]))
  return reports
    .filter(({ purchaseRef }) => purchaseRef === null)
    .map(({ bookingRef, amountMinor, paidAt }) => ({
      day: dayOf(paidAt),
      booking: byRef.get(bookingRef) ?? null,
      counts: { payments: 1, cashMinor: amountMinor, netMinor: amountMinor },
    }))
}

function expectedPurchase(purchase: Purchase): ExpectedPurchase {
  const { booking, method } = purchase.credit
  return {
    purchaseRef: purchase.ref,
    amountMinor: purchase.amountMinor,
    refundedMinor: refundedMinor(purchase),
    lostMinor: lostMinor(purchase),
    disputedMinor: heldMinor(purchase),
    paidAt: purchase.paidAt,
    eventBookingRef: booking?.ref ?? null,
    closerKey: booking?.host.key ?? null,
    setterKey: booking?.first.marketing.setterKey ?? null,
    method,
  }
}

const noFigures: ExpectedFigures = {
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
}

function addUp(facts: readonly Fact[], from: string, to: string): ExpectedPeriod {
  const inside = facts.filter(({ day }) => day >= from && day <= to)
  const grouped = (keyOf: (fact: Fact) => string | null | undefined, keys: readonly string[] = []): ExpectedGroups => {
    const groups: ExpectedGroups = Object.fromEntries(keys.map((key) => [key, { ...noFigures }]))
    for (const fact of inside) {
      const key = keyOf(fact) ?? 'none'
      groups[key] = plus(groups[key] ?? noFigures, fact.counts)
    }
    return groups
  }
  const uncredited = inside.filter(({ booking }) => booking === null)
  const { payments, cashMinor } = sum(uncredited)
  return {
    period: { from, to },
    total: sum(inside),
    byCloser: grouped(({ booking }) => booking?.host.key),
    bySetter: grouped(({ booking }) => booking?.first.marketing.setterKey),
    bySource: grouped(({ booking }) => booking?.first.marketing.sourceKey),
    byTrafficType: grouped(({ booking }) => booking?.first.marketing.trafficTypeKey),
    byDay: grouped(({ day }) => day, daysBetween(from, to)),
    unattributed: { payments, cashMinor },
  }
}

const sum = (facts: readonly Fact[]): ExpectedFigures => facts.reduce((total, { counts }) => plus(total, counts), { ...noFigures })

const plus = (a: ExpectedFigures, b: Partial<ExpectedFigures>): ExpectedFigures => ({
  bookedCalls: a.bookedCalls + (b.bookedCalls ?? 0),
  shows: a.shows + (b.shows ?? 0),
  noShows: a.noShows + (b.noShows ?? 0),
  completedOrNoShow: a.completedOrNoShow + (b.completedOrNoShow ?? 0),
  offers: a.offers + (b.offers ?? 0),
  closes: a.closes + (b.closes ?? 0),
  pendingForms: a.pendingForms + (b.pendingForms ?? 0),
  payments: a.payments + (b.payments ?? 0),
  cashMinor: a.cashMinor + (b.cashMinor ?? 0),
  refundedMinor: a.refundedMinor + (b.refundedMinor ?? 0),
  lostMinor: a.lostMinor + (b.lostMinor ?? 0),
  netMinor: a.netMinor + (b.netMinor ?? 0),
})
