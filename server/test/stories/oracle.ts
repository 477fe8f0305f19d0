import { type Call, type Chain, closers, type Customer, type Purchase } from './history.ts'

/**
 * What must be known once every message of these histories has arrived, however often and in whatever order: worked out from what
 * happened and from the rules as they are told to people, by none of the code that is tested. Each row is a text, so that a difference
 * can be read.
 */
export interface Known {
  leads: string[]
  events: string[]
  payments: string[]
}

const windowMs = 60 * 86_400_000

export function whatMustBeKnown(customers: readonly Customer[]): Known {
  return {
    leads: customers.flatMap((customer) => (customer.chains.length > 0 ? [`${customer.email} ${customer.phone}`] : [])).sort(),
    events: customers
      .flatMap(({ email, chains }) => chains.flatMap((chain) => chain.calls.map((_, nth) => eventRow(email, chain, nth))))
      .sort(),
    payments: customers.flatMap((customer) => customer.purchases.map((purchase) => paymentRow(customer, purchase))).sort(),
  }
}

/** A chain keeps its first booking's setter and source; whoever hosts a call takes it. */
function eventRow(email: string, chain: Chain, nth: number): string {
  const call = callAt(chain, nth)
  const from = nth === 0 ? 'booked anew' : `moved from ${callAt(chain, nth - 1).ref}`
  return [call.ref, email, statusOf(chain, nth), closers[call.closer]?.name, chain.setter, chain.source, from].join(' | ')
}

function callAt(chain: Chain, nth: number): Call {
  const call = chain.calls[nth]
  if (!call) throw new Error('The chain is shorter')
  return call
}

function statusOf(chain: Chain, nth: number): string {
  if (nth < chain.calls.length - 1) return 'rescheduled'
  const call = callAt(chain, nth)
  if (call.canceledAt) return 'canceled'
  return call.noShowMarks.at(-1)?.marked ? 'no_show' : 'scheduled'
}

function paymentRow(customer: Customer, purchase: Purchase): string {
  const refunded = purchase.refunds.filter(({ failedAt }) => failedAt === null).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const sumOf = (wanted: 'won' | 'lost' | null) =>
    purchase.disputes.filter(({ end }) => (end?.state ?? null) === wanted).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  // A dispute takes, or holds, no more than refunds left.
  const lost = Math.min(sumOf('lost'), purchase.amountMinor - refunded)
  const held = Math.min(sumOf(null), purchase.amountMinor - refunded - lost)
  const credit = creditOf(customer, purchase)
  const call = credit && chainOf(customer, credit.call)
  return [
    purchase.ref,
    `${purchase.amountMinor} ${purchase.currency}`,
    `refunded ${refunded}`,
    `lost ${lost}`,
    `held ${held}`,
    held > 0
      ? 'disputed'
      : refunded + lost === 0
        ? 'succeeded'
        : refunded + lost < purchase.amountMinor
          ? 'partially_refunded'
          : 'refunded',
    purchase.paidAt.toISOString(),
    credit?.how ?? 'none',
    credit?.call.ref ?? '-',
    (credit && closers[credit.call.closer]?.name) ?? '-',
    call?.setter ?? '-',
  ].join(' | ')
}

const chainOf = (customer: Customer, call: Call): Chain | undefined => customer.chains.find(({ calls }) => calls.includes(call))

interface Credit {
  how: 'reference' | 'inherited' | 'matched_past' | 'matched_coming'
  call: Call
}

/** The rules in their order; the first that finds a call wins. */
function creditOf(customer: Customer, purchase: Purchase): Credit | null {
  const { payer, subscription } = purchase
  if (payer.by === 'reference') {
    const named = customer.chains.flatMap(({ calls }) => calls).find(({ ref }) => ref === payer.callRef)
    if (named) return { how: 'reference', call: named }
  }
  if (subscription && subscription.turn > 0) {
    const first = customer.purchases.find((other) => other.subscription?.ref === subscription.ref && other.subscription.turn === 0)
    const credit = first ? creditOf(customer, first) : null
    if (credit) return { how: 'inherited', call: credit.call }
  }
  if (payer.by === 'nothing' || payer.by === 'reference') return null
  return matchedCall(customer, purchase.paidAt)
}

/**
 * The customer's most recent call at or before the payment, inside the window; else their nearest coming one that was booked before it.
 * A call that was moved is stood for by its successor, and a canceled one counts only where no other does.
 */
function matchedCall({ chains }: Customer, paidAt: Date): Credit | null {
  const standing = chains.flatMap(({ calls }) => calls.slice(-1))
  for (const group of [standing.filter(({ canceledAt }) => !canceledAt), standing.filter(({ canceledAt }) => canceledAt)]) {
    const past = group
      .filter(({ scheduledAt }) => scheduledAt <= paidAt && paidAt.getTime() - scheduledAt.getTime() <= windowMs)
      .sort((a, b) => b.scheduledAt.getTime() - a.scheduledAt.getTime())[0]
    if (past) return { how: 'matched_past', call: past }
    const coming = group
      .filter(({ scheduledAt, bookedAt }) => scheduledAt > paidAt && bookedAt <= paidAt)
      .sort((a, b) => a.scheduledAt.getTime() - b.scheduledAt.getTime())[0]
    if (coming) return { how: 'matched_coming', call: coming }
  }
  return null
}
