import { dayMs, hourMs, later, wholeSecond } from './clock.ts'
import type { Purchase, World } from './truth.ts'

/** How disputes end, and how many days ago their purchases were at least: the last of them is still open. */
const endings = [
  { result: 'won', daysAgo: 45 },
  { result: 'lost', daysAgo: 45 },
  { result: null, daysAgo: 7 },
] as const

/** Disputed are whole packages, not what is left of one. */
const leastMinor = 200_000

/** Lets some customers' banks ask for the money back: one in vain, one not, one still undecided. */
export function disputeSome(world: World): void {
  const { random, now, purchases } = world
  const candidates = random.shuffle(
    purchases.filter(
      ({ credit, refunds, told, heldUpUntil, subscription, amountMinor }) =>
        credit.booking !== null &&
        amountMinor >= leastMinor &&
        refunds.length === 0 &&
        heldUpUntil === null &&
        subscription === null &&
        told !== 'renewal',
    ),
  )
  for (const { result, daysAgo } of endings) {
    const least = later(now, -daysAgo * dayMs)
    const oldest = later(now, -(daysAgo + 40) * dayMs)
    const purchase = candidates.find(({ paidAt, dispute }) => dispute === null && paidAt < least && paidAt > oldest)
    if (!purchase) continue
    const openedAt = wholeSecond(later(purchase.paidAt, random.between(2, 4) * dayMs))
    purchase.dispute = {
      ref: `dp_1${random.token(23)}`,
      amountMinor: purchase.amountMinor,
      openedAt,
      dueBy: result === null ? wholeSecond(later(now, random.between(5, 9) * dayMs)) : later(openedAt, 11 * dayMs),
      end: result === null ? null : { result, at: wholeSecond(later(openedAt, random.between(20, 30) * dayMs + hourMs)) },
    }
  }
}

/** What a lost dispute took of a purchase. None of the disputed ones is refunded too. */
export const lostMinor = ({ dispute }: Purchase): number => (dispute?.end?.result === 'lost' ? dispute.amountMinor : 0)

/** What an open dispute holds of a purchase. */
export const heldMinor = ({ dispute }: Purchase): number => (dispute && dispute.end === null ? dispute.amountMinor : 0)
