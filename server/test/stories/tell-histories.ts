import { type Call, type Chain, closers, type Customer, type Payer, type Purchase, setters, sources } from './history.ts'
import { type Chance, chanceOf } from './chance.ts'

const minute = 60_000
const day = 86_400_000
const start = Date.UTC(2026, 3, 1)
const decimals = { USD: 2, JPY: 0, KWD: 3 } as const
const paymentPrefix = { stripe: 'pi', whop: 'pay', custom: 'invoice' } as const
const subscriptionPrefix = { stripe: 'sub', whop: 'mem', custom: 'plan' } as const

/** Whole histories of so many customers, which the seed fixes. No two of them share anything by which one could be taken for the other. */
export function tellHistories(count: number, seed: number): Customer[] {
  const chance = chanceOf(seed)
  return Array.from({ length: count }, (_, index) => tellCustomer(index, chance))
}

function tellCustomer(index: number, chance: Chance): Customer {
  const name = `Customer ${String.fromCharCode(65 + (index % 26))}${index}`
  const from = start + chance.whole(0, 60) * day
  const chains = Array.from({ length: chance.pick([0, 1, 1, 1, 2]) }, (_, nth) =>
    tellChain(`c${index}x${nth}`, from + nth * 20 * day, chance),
  )
  return {
    name,
    email: `customer${index}@mail.example`,
    phone: `+1202${String(2_340_000 + index)}`,
    chains,
    purchases: tellPurchases(index, from, chains, chance),
  }
}

function tellChain(ref: string, from: number, chance: Chance): Chain {
  const calls: Call[] = []
  const moves = chance.pick([0, 0, 0, 1, 1, 2])
  for (let nth = 0; nth <= moves; nth++) {
    const before = calls.at(-1)
    const bookedAt = before ? before.bookedAt.getTime() + chance.whole(60, 1_400) * minute : from + chance.whole(0, 1_000) * minute
    const scheduledAt = new Date(bookedAt + chance.whole(1, 6) * day + chance.whole(1, 500) * minute)
    const ends =
      nth === moves ? chance.pick(['stands', 'stands', 'stands', 'canceled', 'no_show', 'taken_back', 'marked_again'] as const) : 'moved'
    const marks = { no_show: [true], taken_back: [true, false], marked_again: [true, false, true] }
    calls.push({
      ref: `${ref}n${nth}`,
      closer: chance.whole(0, closers.length - 1),
      bookedAt: new Date(bookedAt),
      scheduledAt,
      canceledAt: ends === 'canceled' ? new Date(bookedAt + 30 * minute) : null,
      noShowMarks: (ends in marks ? marks[ends as keyof typeof marks] : []).map((marked, step) => ({
        marked,
        at: new Date(scheduledAt.getTime() + (step + 1) * 20 * minute),
      })),
    })
  }
  return { tool: chance.pick(['calendly', 'calendly', 'custom']), setter: chance.pick(setters), source: chance.pick(sources), calls }
}

function tellPurchases(index: number, from: number, chains: readonly Chain[], chance: Chance): Purchase[] {
  const purchases: Purchase[] = []
  const customerRef = `cus_${index}`
  const ends = chains.flatMap(({ calls }) => calls.slice(-1).map(({ ref }) => ref))
  const paidAt = () => new Date(from + chance.whole(-3 * 1_440, 90 * 1_440) * minute + chance.whole(0, 59) * 1_000)
  const count = chance.pick([0, 1, 1, 2, 3])
  for (let nth = 0; nth < count; nth++) {
    const processor = chance.pick(['stripe', 'stripe', 'whop', 'custom'] as const)
    const payer = tellPayer(purchases, processor, ends, chance)
    const known = payer.by === 'email' || payer.by === 'customer'
    purchases.push(
      tellPurchase(
        {
          processor,
          ref: `${paymentPrefix[processor]}_${index}_${nth}`,
          currency: chance.pick(['USD', 'USD', 'USD', 'JPY', 'KWD'] as const),
          paidAt: paidAt(),
          payer,
          // A stranger has an id of their own at the processor, by which nobody is found.
          customerRef: known ? customerRef : `${customerRef}_${nth}`,
          subscription: null,
        },
        chance,
      ),
    )
  }
  if (chance.whole(1, 4) === 1) purchases.push(...tellSubscription(index, customerRef, paidAt(), chance))
  return purchases
}

function tellPayer(before: readonly Purchase[], processor: Purchase['processor'], ends: readonly string[], chance: Chance): Payer {
  const by = chance.pick(['email', 'email', 'email', 'phone', 'reference', 'customer', 'nothing'] as const)
  if (by === 'reference') return ends.length > 0 ? { by, callRef: chance.pick(ends) } : { by: 'nothing' }
  if (by === 'customer')
    return before.some((other) => other.processor === processor && other.payer.by === 'email') ? { by } : { by: 'email' }
  return { by }
}

function tellSubscription(index: number, customerRef: string, from: Date, chance: Chance): Purchase[] {
  const processor = chance.pick(['stripe', 'whop', 'custom'] as const)
  const ref = `${subscriptionPrefix[processor]}_${index}`
  const payer: Payer = chance.pick([{ by: 'email' }, { by: 'email' }, { by: 'nothing' }])
  return Array.from({ length: chance.whole(2, 4) }, (_, turn) =>
    tellPurchase(
      {
        processor,
        ref: `${paymentPrefix[processor]}_${ref}_${turn}`,
        currency: 'USD',
        paidAt: new Date(from.getTime() + turn * 30 * day),
        payer,
        customerRef: payer.by === 'email' ? customerRef : `${customerRef}_s`,
        subscription: { ref, turn },
      },
      chance,
    ),
  )
}

function tellPurchase(purchase: Omit<Purchase, 'amountMinor' | 'refunds' | 'disputes'>, chance: Chance): Purchase {
  const unit = 10 ** decimals[purchase.currency]
  // Three-decimal amounts end in a zero at the processors.
  const amountMinor = chance.whole(2, 400) * 10 * unit
  const at = (days: number) => new Date(purchase.paidAt.getTime() + days * day)
  const refunds = Array.from({ length: chance.pick([0, 0, 0, 1, 1, 2, 3]) }, (_, nth) => ({
    ref: `re_${purchase.ref}_${nth}`,
    amountMinor: (amountMinor / 10) * chance.whole(1, 4),
    at: at(2 + nth * 3),
    failedAt: purchase.processor !== 'whop' && chance.whole(1, 4) === 1 ? at(3 + nth * 3) : null,
  }))
  const disputes = Array.from({ length: chance.pick([0, 0, 0, 0, 1]) }, (_, nth) => ({
    ref: `dp_${purchase.ref}_${nth}`,
    amountMinor,
    openedAt: at(15),
    end: chance.pick([null, { state: 'won' as const, at: at(40) }, { state: 'lost' as const, at: at(40) }]),
  }))
  // No processor gives back more than it took.
  let given = 0
  const possible = refunds.filter((refund) => {
    if (given + refund.amountMinor > amountMinor) return false
    if (!refund.failedAt) given += refund.amountMinor
    return true
  })
  return { ...purchase, amountMinor, refunds: possible, disputes }
}
