import { addDays, dayOf, hourMs, instantOf, later } from './clock.ts'
import { byCheckout, credited, nextDay } from './money.ts'
import { growthProgram, starter } from './people.ts'
import { payerOf, purchase } from './purchases.ts'
import { type Booking, grant, type Lead, type World } from './truth.ts'

/** A lead who pays to hold the slot, between booking and call. Answers whether there was time for it. */
export function payAhead(world: World, call: Booking): boolean {
  const day = addDays(dayOf(call.bookedAt), 1)
  const paidAt = instantOf(day, world.random.integer(540, 1200))
  if (paidAt > later(call.scheduledAt, -2 * hourMs) || paidAt > world.now) {
    world.wishes.prepaid += 1
    return false
  }
  purchase(world, {
    amountMinor: 25_000,
    paidAt,
    payer: payerOf(world, call.lead),
    description: 'Strategy session, prepaid',
    metadata: { package: 'session' },
    told: 'checkout',
    lead: call.lead,
    credit: credited(call, 'matched_coming'),
  })
  return true
}

/** Somebody whose only call was canceled buys all the same, after its time. */
export function payAfterCancellation(world: World, call: Booking): void {
  const paidAt = nextDay(world, call)
  if (paidAt > world.now) return
  const payer = payerOf(world, call.lead)
  const description = `${starter.name}, paid in full`
  purchase(world, {
    amountMinor: starter.priceMinor,
    paidAt,
    payer,
    description,
    told: 'checkout',
    lead: call.lead,
    credit: credited(call, 'matched_past'),
  })
}

/** Somebody comes back long after their only call, outside the window in which it would be credited. */
export function payTooLate(world: World, call: Booking): void {
  const paidAt = instantOf(addDays(dayOf(call.scheduledAt), world.random.integer(68, 85)), world.random.integer(540, 1200))
  if (paidAt > world.now || !grant(world, 'paid_too_late', 0.1)) return
  const payer = payerOf(world, call.lead)
  const description = `${starter.name}, paid in full`
  purchase(world, {
    amountMinor: starter.priceMinor,
    paidAt,
    payer,
    description,
    told: 'checkout',
    lead: call.lead,
    credit: credited(null, 'none'),
  })
}

/** Money from people whom nobody has on file: no call, no lead. */
export function payAsStranger(world: World, paidAt: Date): void {
  const { random } = world
  const stranger: Lead = { ...world.newLead(), phone: null }
  const [amountMinor, description] = random.weighted<[number, string]>([
    [[starter.priceMinor, `${starter.name}, paid in full`], 4],
    [[120_000, 'Group workshop seat'], 3],
    [[30_000, 'Template library'], 4],
    [[growthProgram.instalmentMinor, `${growthProgram.name}, instalment 1 of 3`], 2],
  ])
  purchase(world, {
    amountMinor,
    paidAt,
    payer: payerOf(world, stranger),
    description,
    told: byCheckout(world),
    credit: credited(null, 'none'),
  })
}
