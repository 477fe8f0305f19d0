import type { DecidedShare } from '@clinch/drizzle/tables'
import type { PlannedCredit } from './plan-credits.ts'
import { partOf } from './shares.ts'

/** What one person would gain and lose in one currency by credits that change. */
export interface MovedMoney {
  role: DecidedShare['role']
  personId: string
  currency: string
  /** Net of refunds and lost disputes, in minor units; neither is below nothing unless the payments are. */
  gainedMinor: bigint
  lostMinor: bigint
  /** How many payments they would be credited for that they are not now, and the other way round. */
  gainedPayments: number
  lostPayments: number
}

type Credit = Pick<PlannedCredit['decision'], 'closerId' | 'setterId' | 'shares'>

/** What moves between people, a currency at a time; what counts as no money moves none, and what stays with somebody is no move. */
export function moveMoney(changes: readonly PlannedCredit[]): MovedMoney[] {
  const moved = new Map<string, MovedMoney>()
  for (const { payment, decision } of changes.filter((change) => change.payment.counts)) {
    const before = partsOf(payment, payment)
    const after = partsOf(payment, decision)
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const [had, gets] = [before.get(key), after.get(key)]
      const difference = (gets?.netMinor ?? 0n) - (had?.netMinor ?? 0n)
      const person = gets ?? had
      if (!person || (difference === 0n && had && gets)) continue
      const id = `${key} ${payment.currency}`
      const sum = moved.get(id) ?? {
        role: person.role,
        personId: person.personId,
        currency: payment.currency,
        gainedMinor: 0n,
        lostMinor: 0n,
        gainedPayments: 0,
        lostPayments: 0,
      }
      moved.set(id, {
        ...sum,
        gainedMinor: sum.gainedMinor + (difference > 0n ? difference : 0n),
        lostMinor: sum.lostMinor + (difference < 0n ? -difference : 0n),
        gainedPayments: sum.gainedPayments + (had ? 0 : 1),
        lostPayments: sum.lostPayments + (gets ? 0 : 1),
      })
    }
  }
  return [...moved.values()].sort(bySize)
}

/** Of whom the most money moves comes first. */
export const bySize = (a: MovedMoney, b: MovedMoney): number => compare(size(b), size(a)) || (a.personId < b.personId ? -1 : 1)

const size = ({ gainedMinor, lostMinor }: MovedMoney): bigint => gainedMinor + lostMinor
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

interface Part {
  role: DecidedShare['role']
  personId: string
  netMinor: bigint
}

/** Who has what of a payment under a credit. */
function partsOf(payment: PlannedCredit['payment'], credit: Credit): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>()
  for (const [role, alone] of [
    ['closer', credit.closerId],
    ['setter', credit.setterId],
  ] as const) {
    const split = credit.shares.filter((share) => share.role === role)
    const shares = split.length > 0 ? split : alone === null ? [] : [{ role, personId: alone, percent: 100 }]
    const percents = shares.map(({ percent }) => percent)
    shares.forEach(({ personId }, position) => {
      parts.set(`${role} ${personId}`, { role, personId, netMinor: partOf(payment, { percents, position }).netMinor })
    })
  }
  return parts
}
