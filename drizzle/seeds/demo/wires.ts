import { addDays, dayMs, dayOf, instantOf, later } from './clock.ts'
import { organization } from './people.ts'
import type { PaymentAct } from './story.ts'
import type { World } from './truth.ts'

/** No package and no instalment costs as much, so that it is taken for nothing else. */
const amountMinor = 87_500

/** A customer sends more by wire some days after their only call, and an admin enters it on the next day. */
export function payByWire({ random, now, bookings, wires }: World): void {
  const callsOf = new Map<string, number>()
  for (const { lead } of bookings) callsOf.set(lead.email, (callsOf.get(lead.email) ?? 0) + 1)
  const candidates = bookings.filter(
    ({ lead, outcome, endsAt, marks }) =>
      outcome === 'closed' &&
      marks.length === 0 &&
      callsOf.get(lead.email) === 1 &&
      endsAt < later(now, -9 * dayMs) &&
      endsAt > later(now, -30 * dayMs),
  )
  const [booking] = random.shuffle(candidates)
  if (!booking) return
  const paidOn = addDays(dayOf(booking.endsAt), random.integer(3, 6))
  const note = `Implementation day, wire reference ${random.integer(10_000, 99_999)}`
  wires.push({ amountMinor, paidOn, lead: booking.lead, booking, note, enteredAt: instantOf(addDays(paidOn, 1), 600) })
}

/** What an admin enters of them. */
export const wireActs = ({ wires }: World): PaymentAct[] =>
  wires.map(({ amountMinor: minor, paidOn, lead, note, enteredAt }) => ({
    kind: 'payment',
    at: enteredAt,
    amount: { amount: (minor / 100).toFixed(2), currency: organization.currency },
    paidOn,
    customerName: lead.name,
    customerEmail: lead.email,
    note,
  }))
