import type { Chance } from './chance.ts'
import { callMinutes, type Chain, type Payer, type Purchase } from './history.ts'
import { tellAmount, tellCurrency } from './tell-filings.ts'

const minute = 60_000
const day = 86_400_000
const paymentPrefix = { stripe: 'pi', whop: 'pay', custom: 'invoice' } as const
const subscriptionPrefix = { stripe: 'sub', whop: 'mem', custom: 'plan' } as const

/** All that somebody buys: by itself, by subscription, and as the cash that a closer reports on a form. */
export function tellPurchases(index: number, from: number, chains: readonly Chain[], chance: Chance): Purchase[] {
  const purchases: Purchase[] = []
  const customerRef = `cus_${index}`
  // Acuity's appointments are no bookings that a checkout could name: which of their times would it be?
  const ends = chains.flatMap(({ tool, calls }) => (tool === 'acuity' ? [] : calls.slice(-1).map(({ ref }) => ref)))
  const paidAt = () => new Date(from + chance.whole(-3 * 1_440, 90 * 1_440) * minute + chance.whole(0, 59) * 1_000)
  const buy = (what: Partial<Pick<Purchase, 'currency' | 'paidAt'>> & { amountMinor?: number }) => {
    const processor = chance.pick(['stripe', 'stripe', 'whop', 'custom'] as const)
    const payer = tellPayer(purchases, processor, ends, chance)
    const nth = purchases.length
    const known = payer.by === 'email' || payer.by === 'customer'
    purchases.push(
      tellPurchase(
        {
          processor,
          ref: `${paymentPrefix[processor]}_${index}_${nth}`,
          currency: what.currency ?? tellCurrency(chance),
          paidAt: what.paidAt ?? paidAt(),
          payer,
          // A stranger has an id of their own at the processor, by which nobody is found.
          customerRef: known ? customerRef : `${customerRef}_${nth}`,
          subscription: null,
        },
        what.amountMinor,
        chance,
      ),
    )
  }
  for (let count = chance.pick([0, 1, 1, 2, 3]); count > 0; count--) buy({})
  for (const { scheduledAt, filings } of chains.flatMap(({ calls }) => calls)) {
    const cash = filings.findLast((filing) => filing.cash !== null)?.cash
    if (!cash || chance.whole(1, 3) === 1) continue
    buy({ ...cash, paidAt: new Date(scheduledAt.getTime() + (callMinutes + chance.whole(-4 * 1_440, 5 * 1_440)) * minute) })
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
      undefined,
      chance,
    ),
  )
}

function tellPurchase(
  purchase: Omit<Purchase, 'amountMinor' | 'refunds' | 'disputes'>,
  given: number | undefined,
  chance: Chance,
): Purchase {
  const amountMinor = given ?? tellAmount(purchase.currency, chance)
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
  let givenBack = 0
  const possible = refunds.filter((refund) => {
    if (givenBack + refund.amountMinor > amountMinor) return false
    if (!refund.failedAt) givenBack += refund.amountMinor
    return true
  })
  return { ...purchase, amountMinor, refunds: possible, disputes }
}
