import { addDays, dayMs, dayOf, hourMs, instantOf, later, minuteMs } from './clock.ts'
import { growthProgram, starter } from './people.ts'
import { payerOf, purchase, subscriptionOf } from './purchases.ts'
import { relativeOf } from './leads.ts'
import type { StoryPackage } from './story.ts'
import { type Booking, type CreditMethod, grant, type Lead, type Payer, type Purchase, type World } from './truth.ts'

/** Who pays, how the processor knows them, and which call that comes to. */
interface Paying {
  payer: Payer
  metadata: Record<string, string>
  credit: Purchase['credit']
  /** Whether its closer may report the cash too. Not where the payer is hard to recognise. */
  isPlain: boolean
  onlyInFull: boolean
}

/** A closed call: the lead pays in full, by plan, what a deposit left open, or by wire; and its closer may report it. */
export function sell(
  world: World,
  call: Booking,
  { lead, calls, deposit }: { lead: Lead; calls: Booking[]; deposit: Purchase | null },
): void {
  const { random, now } = world
  const sold = deposit ? packageOf(deposit) : random.chance(0.56) ? growthProgram : starter
  call.sold = sold.key
  if (!deposit && grant(world, 'wire', 0.08)) {
    call.paymentType = 'PIF'
    call.reported = { amountMinor: sold.priceMinor, paymentType: 'PIF', byWire: true }
    return
  }
  const onCall = random.chance(0.62)
  const paidAt = onCall ? duringCall(world, call) : nextDay(world, call)
  const paying = deposit ? plain(world, call, deposit.payer) : howToPay(world, call, calls, lead, onCall ? paidAt : null)
  const byPlan = !deposit && !paying.onlyInFull && random.chance(0.26)
  const amountMinor = deposit ? sold.priceMinor - sold.depositMinor : byPlan ? sold.instalmentMinor : sold.priceMinor
  call.paymentType = byPlan ? 'PAYMENT_PLAN' : 'PIF'
  if (paying.isPlain && random.chance(onCall ? 0.66 : 0.3)) call.reported = { amountMinor, paymentType: call.paymentType, byWire: false }
  if (paidAt > now) return
  if (byPlan) return payByPlan(world, sold, paidAt, lead, paying)
  const description = deposit ? `${sold.name}, remainder after deposit` : `${sold.name}, paid in full`
  const metadata = { package: sold.key, terms: deposit ? 'deposit_remainder' : 'pay_in_full', ...paying.metadata }
  purchase(world, {
    amountMinor,
    paidAt,
    payer: paying.payer,
    description,
    metadata,
    told: byCheckout(world),
    lead,
    credit: paying.credit,
  })
}

const packageOf = (deposit: Purchase): StoryPackage => (deposit.amountMinor === growthProgram.depositMinor ? growthProgram : starter)

export const byCheckout = ({ random }: World): 'checkout' | 'terminal' => (random.chance(0.85) ? 'checkout' : 'terminal')

/** In the later part of the call, while the closer is still there. */
const duringCall = ({ random }: World, call: Booking): Date =>
  later(call.scheduledAt, random.between(0.6, 0.95) * (call.endsAt.getTime() - call.scheduledAt.getTime()))

export const nextDay = ({ random }: World, call: Booking): Date =>
  later(instantOf(addDays(dayOf(call.endsAt), 1), random.integer(540, 1080)), random.integer(0, 59_000))

export const credited = (booking: Booking | null, method: CreditMethod): Purchase['credit'] => ({ booking, method })

const plain = (world: World, call: Booking, payer?: Payer): Paying => ({
  payer: payer ?? payerOf(world, call.lead),
  metadata: {},
  credit: credited(call, 'matched_past'),
  isPlain: true,
  onlyInFull: false,
})

/** Mostly with the lead's own address; here the rarer ways come in, a set number of each. */
function howToPay(world: World, call: Booking, calls: Booking[], lead: Lead, paidOnCall: Date | null): Paying {
  const { random, now } = world
  const ordinary = plain(world, call)
  const alternate = calls.map(({ email }) => email).find((email) => email !== lead.email)
  if (alternate && grant(world, 'alternate_email', 0.7)) {
    return { ...ordinary, payer: payerOf(world, lead, { email: alternate, withPhone: false }) }
  }
  if (lead.phone && grant(world, 'phone', 0.07)) {
    return {
      ...ordinary,
      payer: payerOf(world, lead, { ...relativeOf(random, lead), withPhone: true }),
      isPlain: false,
    }
  }
  if (grant(world, 'reference_by_other', 0.06)) {
    const payer = payerOf(world, lead, { ...relativeOf(random, lead), withPhone: false })
    return {
      payer,
      metadata: { invitee_id: call.ref },
      credit: credited(call, 'reference'),
      isPlain: false,
      onlyInFull: true,
    }
  }
  const earlier = calls.find((other) => other !== call && other.outcome === 'offer_made')
  if (earlier && grant(world, 'reference_to_earlier', 0.25)) {
    return {
      ...ordinary,
      metadata: { invitee_id: earlier.ref },
      credit: credited(earlier, 'reference'),
      isPlain: false,
      onlyInFull: true,
    }
  }
  const isFresh = paidOnCall !== null && call.previous === null && calls.length === 1 && later(paidOnCall, -20 * hourMs) < call.bookedAt
  if (isFresh && paidOnCall < later(now, -dayMs) && grant(world, 'booking_late', 0.5)) {
    call.heldUpUntil = later(paidOnCall, random.between(hourMs, 3 * hourMs))
  }
  return ordinary
}

/** The first instalment by checkout, the others thirty days apart, as far as they are due and the customer goes on paying. */
function payByPlan(world: World, sold: StoryPackage, paidAt: Date, lead: Lead, { payer, metadata, credit }: Paying): void {
  const { random, now } = world
  const subscription = subscriptionOf(world, sold, paidAt)
  const instalments = random.chance(0.1) ? random.integer(1, sold.instalments - 1) : sold.instalments
  const each = { amountMinor: sold.instalmentMinor, payer, subscription, lead }
  const describe = (number: number) => `${sold.name}, instalment ${number} of ${sold.instalments}`
  purchase(world, {
    ...each,
    paidAt,
    description: describe(1),
    told: 'first_instalment',
    credit,
    metadata: { package: sold.key, terms: 'pay_in_3', ...metadata },
  })
  const renewal = credit.booking ? credited(credit.booking, 'inherited') : credit
  for (let number = 2; number <= instalments; number++) {
    const due = later(paidAt, (number - 1) * 30 * dayMs)
    if (due > later(now, -10 * minuteMs)) return
    purchase(world, { ...each, paidAt: due, description: describe(number), told: 'renewal', credit: renewal })
  }
  const ended = later(paidAt, instalments * 30 * dayMs)
  if (ended < now) subscription.endedAt = ended
}

/** A deposit on the call: no close yet. Its closer always reports it. */
export function payDeposit(world: World, call: Booking): Purchase | null {
  const sold = world.random.chance(0.6) ? growthProgram : starter
  call.reported = { amountMinor: sold.depositMinor, paymentType: 'DEPOSIT', byWire: false }
  call.sold = sold.key
  call.paymentType = 'DEPOSIT'
  return purchase(world, {
    amountMinor: sold.depositMinor,
    paidAt: duringCall(world, call),
    payer: payerOf(world, call.lead),
    description: `${sold.name}, deposit`,
    metadata: { package: sold.key, terms: 'deposit' },
    told: 'checkout',
    lead: call.lead,
    credit: credited(call, 'matched_past'),
  })
}

/** The follow-up came to nothing: the deposit goes back. */
export function refundDeposit(world: World, deposit: Purchase, call: Booking): void {
  const at = later(call.endsAt, world.random.between(hourMs, 2 * dayMs))
  if (at < world.now)
    deposit.refunds.push({
      ref: `re_3${world.random.token(23)}`,
      amountMinor: deposit.amountMinor,
      at,
      failedAt: null,
      told: 'both',
    })
}
