import { dayMs, hourMs, later } from './clock.ts'
import type { Purchase, Refund, World } from './truth.ts'

/** How many purchases are given back, and how. Deposits that came to nothing are beside these. */
const stories: readonly (readonly [kind: 'partial' | 'several' | 'full' | 'failed' | 'overtaking', count: number])[] = [
  ['partial', 8],
  ['several', 3],
  ['full', 6],
  ['failed', 2],
  ['overtaking', 4],
]

/** Gives some purchases back: once, in parts, in full, in vain, and so fast that the refund's message comes before the payment's own. */
export function refundSome(world: World): void {
  const { random, now } = world
  const candidates = random.shuffle(
    world.purchases.filter(
      ({ credit, refunds, paidAt, told }) =>
        credit.booking !== null &&
        credit.method !== 'matched_coming' &&
        refunds.length === 0 &&
        told !== 'renewal' &&
        paidAt < later(now, -5 * dayMs),
    ),
  )
  for (const [kind, count] of stories) {
    for (let told = 0; told < count; told++) {
      const index = kind === 'overtaking' ? candidates.findIndex(({ told }) => told === 'terminal' || told === 'checkout') : 0
      const [purchase] = candidates.splice(Math.max(index, 0), 1)
      if (purchase) tell[kind](world, purchase)
    }
  }
}

const tell: Record<(typeof stories)[number][0], (world: World, purchase: Purchase) => void> = {
  partial(world, purchase) {
    refund(world, purchase, part(world, purchase, 0.15, 0.5), world.random.between(1, 20), world.random.chance(0.25) ? 'total' : 'both')
  },
  several(world, purchase) {
    refund(world, purchase, part(world, purchase, 0.1, 0.3), world.random.between(1, 4))
    refund(world, purchase, part(world, purchase, 0.1, 0.3), world.random.between(5, 12))
  },
  full(world, purchase) {
    refund(world, purchase, purchase.amountMinor, world.random.between(1, 25), world.random.chance(0.3) ? 'refund' : 'both')
  },
  failed(world, purchase) {
    const made = refund(world, purchase, part(world, purchase, 0.3, 0.6), world.random.between(1, 2))
    if (made) made.failedAt = later(made.at, world.random.between(1, 2) * dayMs)
  },
  overtaking(world, purchase) {
    const { random } = world
    const made = refund(
      world,
      purchase,
      random.chance(0.5) ? purchase.amountMinor : part(world, purchase, 0.2, 0.5),
      random.between(0.3, 1.2),
    )
    if (made) purchase.heldUpUntil = later(made.at, random.between(hourMs, 20 * hourMs))
  },
}

/** A part of a purchase, in whole fifty dollars. */
const part = ({ random }: World, { amountMinor }: Purchase, from: number, to: number): number =>
  Math.max(5_000, Math.round((amountMinor * random.between(from, to)) / 5_000) * 5_000)

function refund(world: World, purchase: Purchase, amountMinor: number, daysLater: number, told: Refund['told'] = 'both'): Refund | null {
  const at = later(purchase.paidAt, Math.floor(daysLater * dayMs))
  if (at > later(world.now, -hourMs)) return null
  const made: Refund = { ref: `re_3${world.random.token(23)}`, amountMinor, at, failedAt: null, told }
  purchase.refunds.push(made)
  return made
}

/** What has been given back of a purchase by now. */
export const refundedMinor = ({ refunds }: Purchase): number =>
  refunds.filter(({ failedAt }) => failedAt === null).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
