import { dayMs, hourMs, later, minuteMs } from './clock.ts'
import { unmarketed } from './marketing.ts'
import { type Closer, closers } from './people.ts'
import type { StoryCallType } from './story.ts'
import type { Booking, Lead, Marketing, World } from './truth.ts'

export interface CallWanted {
  lead: Lead
  email: string
  host: Closer
  callType: StoryCallType
  bookedAt: Date
  daysAhead: number
  marketing: Marketing
  previous?: Booking
}

export const pickCloser = (world: World): Closer => world.random.weighted(closers.map((each) => [each, each.share] as const))

/** Books a call in its host's calendar. */
export function bookCall(world: World, { lead, email, host, callType, bookedAt, daysAhead, marketing, previous }: CallWanted): Booking {
  const { random } = world
  const scheduledAt = world.diary.takeSlot(host, callType.durationMinutes, later(bookedAt, daysAhead * dayMs), bookedAt)
  const eventRef = `https://api.calendly.com/scheduled_events/${random.uuid()}`
  const told = {
    ref: `${eventRef}/invitees/${random.uuid()}`,
    eventRef,
    lead,
    email,
    host,
    guestHost: random.chance(0.03) ? random.pick(closers.filter((other) => other !== host)) : null,
    callType,
    bookedAt,
    scheduledAt,
    endsAt: later(scheduledAt, callType.durationMinutes * minuteMs),
    marketing,
    previous: previous ?? null,
    next: null,
    moveReason: null,
    cancellation: null,
    outcome: null,
    marks: [],
    reported: null,
    sold: null,
    paymentType: null,
    forms: [],
    heldUpUntil: null,
    knownAt: null,
  }
  const booking: Booking = previous ? { ...told, first: previous.first } : startChain(told)
  if (previous) previous.next = booking
  world.bookings.push(booking)
  return booking
}

function startChain(told: Omit<Booking, 'first'>): Booking {
  // The first booking of a chain is its own first, which no literal can say.
  const booking = told as Booking
  booking.first = booking
  return booking
}

const moveReasons = [
  'Something came up at work',
  'Need to move this a day',
  'Kid is sick, sorry!',
  'Time zone mix-up on my side',
  'Travelling, can we push it?',
  '',
] as const

/** Moves a call no, one or two times, before it was to take place; answers the booking that stands in the end. */
export function moveSometimes(world: World, booking: Booking): Booking {
  const { random } = world
  let standing = booking
  for (const probability of [0.155, 0.2]) {
    const latest = later(standing.scheduledAt, -30 * minuteMs)
    if (!random.chance(probability) || latest <= later(standing.bookedAt, 2 * hourMs)) break
    const movedAt = later(standing.bookedAt, random.between(hourMs, latest.getTime() - standing.bookedAt.getTime()))
    if (movedAt > later(world.now, -minuteMs)) break
    standing.moveReason = random.pick(moveReasons)
    standing = bookCall(world, {
      lead: standing.lead,
      email: standing.email,
      host: random.chance(0.9) ? standing.host : pickCloser(world),
      callType: standing.callType,
      bookedAt: movedAt,
      daysAhead: random.between(0.6, 5),
      marketing: random.chance(0.6) ? standing.marketing : unmarketed,
      previous: standing,
    })
  }
  return standing
}

const reasonsOfInvitees = [
  'Conflict at work',
  'Not the right time for me',
  'Found another program',
  'Budget is gone this quarter',
  'Family emergency',
  'I want to think about it first',
  '',
] as const
const reasonsOfHosts = ['Not a fit after reading the application', 'Host is out sick', 'Double booked, sending a new link', ''] as const

/** Cancels a call before it takes place. Answers false where that would be only after `now`. */
export function cancel(world: World, booking: Booking, reason?: string): boolean {
  const { random } = world
  const at = later(booking.bookedAt, random.between(20 * minuteMs, booking.scheduledAt.getTime() - booking.bookedAt.getTime()))
  if (at > later(world.now, -minuteMs)) return false
  const by = reason === undefined && random.chance(0.24) ? 'host' : 'invitee'
  booking.cancellation = { at, by, reason: reason ?? random.pick(by === 'host' ? reasonsOfHosts : reasonsOfInvitees) }
  return true
}
