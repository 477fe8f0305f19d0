import { addDays, dayMs, dayOf, hourMs, instantOf, later, latest, minuteMs } from './clock.ts'
import { organization } from './people.ts'
import { writeNotes } from './notes.ts'
import { answerTheRest } from './own-form.ts'
import type { StoryAnswers } from './story.ts'
import type { Booking, World } from './truth.ts'

/** The booking tool's no-show marks: set by many hosts, sometimes by mistake and taken back, sometimes left wrong. */
export function markNoShows({ random, bookings, now }: World): void {
  const isPast = ({ at }: { at: Date }) => at <= later(now, -minuteMs)
  for (const booking of bookings) {
    if (booking.outcome === null) continue
    const at = later(booking.scheduledAt, random.between(10 * minuteMs, 18 * minuteMs))
    const mark = { at, marked: true }
    if (booking.outcome === 'no_show') {
      if (random.chance(0.45)) booking.marks = [mark].filter(isPast)
    } else if (random.chance(0.014)) {
      booking.marks = [mark, { at: later(at, random.between(5 * minuteMs, 25 * minuteMs)), marked: false }].filter(isPast)
    } else if (random.chance(0.005)) {
      booking.marks = [mark].filter(isPast)
    }
  }
}

/** Closers file what happened: mostly within the hour, some in the evening or the next day, a few never; each has their last call before them. */
export function fileForms(world: World): void {
  const { random, now } = world
  const waiting = lastCallOfEach(world)
  let amended = 0
  for (const booking of world.bookings) {
    if (booking.outcome === null || booking.knownAt === null) continue
    const isRecent = booking.endsAt > later(now, -4 * dayMs)
    const isForgotten = random.chance(isRecent ? 0.13 : 0.006)
    const at = latest(filingTime(world, booking), later(booking.knownAt, 2 * minuteMs))
    const answers = answersOf(world, booking)
    if (isForgotten || at > now || waiting.has(booking)) continue
    booking.forms = [{ at, answers }]
    const nextMorning = instantOf(addDays(dayOf(at), 1), random.integer(490, 620))
    if (amended < 8 && booking.outcome === 'offer_made' && booking.reported === null && nextMorning < now && random.chance(0.04)) {
      amended += 1
      booking.forms = [
        { at, answers: { ...answers, offerMade: false, notes: null } },
        { at: nextMorning, answers },
      ]
    }
  }
}

/** What closers answer beside what figures rest on. Told last, so that nothing else of the story hangs on it. */
export function fillInTheRest({ random, bookings }: World): void {
  for (const booking of bookings)
    booking.forms = booking.forms.map(({ at, answers }) => ({ at, answers: answerTheRest(random, booking, answers) }))
}

function lastCallOfEach({ bookings, now }: World): Set<Booking> {
  const last = new Map<Booking['host'], Booking>()
  for (const booking of bookings) {
    if (booking.outcome === null || booking.knownAt === null || booking.endsAt > now) continue
    const known = last.get(booking.host)
    if (!known || known.endsAt < booking.endsAt) last.set(booking.host, booking)
  }
  return new Set(last.values())
}

function filingTime({ random }: World, { endsAt }: Booking): Date {
  const wait = random.weighted<[from: number, to: number]>([
    [[3 * minuteMs, 45 * minuteMs], 70],
    [[hourMs, 6 * hourMs], 20],
    [[15 * hourMs, 26 * hourMs], 10],
  ])
  return later(endsAt, random.between(wait[0], wait[1]))
}

function answersOf(world: World, booking: Booking): StoryAnswers {
  const { random } = world
  const { outcome, reported } = booking
  const notes = random.chance(0.86) ? writeNotes(random, booking) : null
  const didShow = outcome !== 'no_show'
  return {
    callOccurred: didShow,
    leadShowed: didShow,
    offerMade: outcome === 'offer_made' || outcome === 'closed',
    dealClosed: outcome === 'closed',
    cashCollected: reported ? { amount: (reported.amountMinor / 100).toFixed(2), currency: organization.currency } : null,
    paymentType: booking.paymentType,
    notes,
    ...{ package: null, callOutcome: null, opportunityStatus: null, fields: [] },
  }
}
