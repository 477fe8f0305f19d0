import { bookCall, cancel, moveSometimes, pickCloser } from './bookings.ts'
import { dayMs, hourMs, later, minuteMs } from './clock.ts'
import { momentOfBooking } from './diary.ts'
import { secondAddressOf } from './leads.ts'
import { drawMarketing, unmarketed } from './marketing.ts'
import { payDeposit, refundDeposit, sell } from './money.ts'
import { discoveryCall, followUp, strategyCall } from './people.ts'
import { payAfterCancellation, payAhead, payTooLate } from './rare-payments.ts'
import { type Booking, grant, type Lead, type Marketing, type Purchase, type World } from './truth.ts'

/** How far back the first booking lies. */
export const storyDays = 120

/** One lead from the first booking on: calls, moves, cancellations, and money where a call was closed. */
export function tellLead(world: World): void {
  const { random } = world
  const lead = world.newLead()
  const marketing = drawMarketing(random)
  const bookedAt = momentOfBooking(random, world.now, storyDays)
  const first = bookCall(world, {
    lead,
    email: lead.email,
    host: pickCloser(world),
    callType: random.chance(0.62) ? strategyCall : discoveryCall,
    bookedAt,
    daysAhead: daysAhead(world),
    marketing,
  })
  if (grant(world, 'prepaid', 0.02) && payAhead(world, first)) return liveOn(world, { lead, marketing, calls: [first], deposit: null })
  liveOn(world, { lead, marketing, calls: [moveSometimes(world, first)], deposit: null })
}

const daysAhead = ({ random }: World): number => Math.min(0.1 + random.wait(2.4), 10)

interface Path {
  lead: Lead
  marketing: Marketing
  /** The standing booking of each chain, in order. */
  calls: Booking[]
  deposit: Purchase | null
}

/** Lets the newest call happen, and whatever follows from it. */
function liveOn(world: World, path: Path): void {
  const call = path.calls.at(-1)
  if (!call) return
  const { random, now } = world
  const isPrepaid = world.purchases.some((purchase) => purchase.credit.booking === call)
  if (!isPrepaid && random.chance(0.105)) {
    const buysAnyway = path.calls.length === 1 && call.endsAt < now && grant(world, 'paid_though_canceled', 0.1)
    if (!cancel(world, call, buysAnyway ? 'Signed up through the website already' : undefined)) return
    if (buysAnyway) return payAfterCancellation(world, call)
    return bookAgain(world, path, 0.3, later(call.cancellation?.at ?? now, random.between(hourMs, 4 * dayMs)))
  }
  if (call.endsAt > now) return
  if (!random.chance(call.callType === followUp ? 0.84 : 0.77)) {
    call.outcome = 'no_show'
    return bookAgain(world, path, 0.36, later(call.endsAt, random.between(hourMs, 3 * dayMs)))
  }
  holdCall(world, path, call)
}

function holdCall(world: World, path: Path, call: Booking): void {
  const { random } = world
  const isFollowUp = call.callType === followUp
  const closeChance = path.deposit ? 0.85 : (isFollowUp ? 0.345 : 0.208) * call.host.skill
  if (random.chance(closeChance)) {
    call.outcome = 'closed'
    return sell(world, call, path)
  }
  call.outcome = random.chance(isFollowUp ? 0.75 : 0.575) ? 'offer_made' : 'no_offer'
  if (path.deposit) return refundDeposit(world, path.deposit, call)
  const agreed = later(call.endsAt, random.between(minuteMs, 40 * minuteMs))
  if (call.outcome === 'offer_made' && path.calls.length === 1 && random.chance(0.08)) {
    path.deposit = payDeposit(world, call)
    return bookFollowUp(world, path, call, agreed)
  }
  if (random.chance(call.outcome === 'offer_made' ? 0.6 : 0.16)) return bookFollowUp(world, path, call, agreed)
  if (path.calls.length === 1) payTooLate(world, call)
}

/** The closer sets the next call with the lead before hanging up. */
function bookFollowUp(world: World, path: Path, call: Booking, bookedAt: Date): void {
  if (path.calls.length >= 3 || bookedAt > world.now) return
  const { random } = world
  addCall(world, path, {
    host: call.host,
    callType: followUp,
    bookedAt,
    daysAhead: random.between(1, 6),
    marketing: random.chance(0.75) ? path.marketing : unmarketed,
  })
}

/** The lead comes back through the same link some time after a call that did not take place. */
function bookAgain(world: World, path: Path, probability: number, bookedAt: Date): void {
  const { random } = world
  if (path.calls.length >= 3 || !random.chance(probability) || bookedAt > world.now) return
  addCall(world, path, {
    host: pickCloser(world),
    callType: strategyCall,
    bookedAt,
    daysAhead: daysAhead(world),
    marketing: path.marketing,
  })
}

type NextCall = Pick<Parameters<typeof bookCall>[1], 'host' | 'callType' | 'bookedAt' | 'daysAhead' | 'marketing'>

function addCall(world: World, path: Path, wanted: NextCall): void {
  const { random } = world
  const { lead } = path
  // The same name and phone with another address: the lead becomes known by both.
  const email = lead.phone !== null && random.chance(0.14) ? secondAddressOf(random, lead) : lead.email
  const booking = bookCall(world, { ...wanted, lead, email })
  path.calls.push(moveSometimes(world, booking))
  liveOn(world, path)
}
