import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { actorLabel } from '../../kernel/actor.ts'
import { limitKeyOfAddress } from '../../lib/limit-key.ts'

/** What one caller may spend a minute; counted in each process. */
export interface MinuteBudget {
  /** By the published formula of what an operation costs. */
  cost: number
  requests: number
}

/** What is left to a caller after a request, and whether it was let in. */
export interface Admission {
  /** Whole seconds until it may be tried again; null where it was let in. */
  retryAfterSeconds: number | null
  /** The budget that this minute will run out of first. */
  tightest: { name: keyof MinuteBudget; limit: number; remaining: number; resetSeconds: number }
  /** Both budgets of this caller, in the form of the IETF's draft. */
  policy: string
}

const windowSeconds = 60

/** What somebody over their budget is told. */
export function overBudgetMessage({ tightest: { name, limit } }: Admission, retryAfterSeconds: number): string {
  const what = name === 'cost' ? `budget of ${limit}` : `${limit} requests`
  return `You have spent this minute’s ${what}. Try again in ${retryAfterSeconds} s.`
}

/** Who pays for a request: whoever acts, else the account, else the address that it came from. */
export const payerOf = ({ caller, address }: Pick<GraphContext, 'caller' | 'address'>): string =>
  caller.actor
    ? actorLabel(caller.actor)
    : caller.account
      ? `account:${caller.account.userId}`
      : `${ofAddress}${limitKeyOfAddress(address)}`

/** How the callers begin of whom nothing but their address is known. */
const ofAddress = 'address:'

/** Counts what each caller spends, minute by minute. Whoever is known by an address alone has a budget of another size. */
export class CallerBudget {
  readonly #ofKnown: Minutes
  readonly #ofAddresses: Minutes

  constructor(budget: MinuteBudget, ofAnAddress: MinuteBudget = budget) {
    this.#ofKnown = minutesOf(budget)
    this.#ofAddresses = minutesOf(ofAnAddress)
  }

  /** Counts a request and its cost against a caller's budgets. One that is over either is counted all the same. */
  async admit(caller: string, cost: number): Promise<Admission> {
    const minutes = this.#minutesOf(caller)
    return admissionOf(
      minutes,
      await Promise.all([spend(minutes, 'cost', caller, Math.max(1, cost)), spend(minutes, 'requests', caller, 1)]),
    )
  }

  /** How a caller stands before a request is read: nothing is counted, and who has nothing left is not let in. */
  async standing(caller: string): Promise<Admission> {
    const minutes = this.#minutesOf(caller)
    return admissionOf(minutes, await Promise.all([left(minutes, 'cost', caller), left(minutes, 'requests', caller)]))
  }

  /** What is left of the budget that will run out first, as headers. */
  headersOf({ tightest: { limit, remaining, resetSeconds }, policy }: Admission): Record<string, string> {
    return {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': String(resetSeconds),
      'ratelimit-policy': policy,
    }
  }

  #minutesOf(caller: string): Minutes {
    return caller.startsWith(ofAddress) ? this.#ofAddresses : this.#ofKnown
  }
}

/** The minutes of all callers who have the same budget. */
interface Minutes {
  budget: MinuteBudget
  policy: string
  spent: Readonly<Record<keyof MinuteBudget, RateLimiterMemory>>
}

function minutesOf(budget: MinuteBudget): Minutes {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds })
  return {
    budget,
    policy: `"cost";q=${budget.cost};w=${windowSeconds}, "requests";q=${budget.requests};w=${windowSeconds}`,
    spent: { cost: limiter(budget.cost), requests: limiter(budget.requests) },
  }
}

async function left({ budget, spent: counted }: Minutes, name: keyof MinuteBudget, caller: string): Promise<Spent> {
  const limit = budget[name]
  const spent = await counted[name].get(caller)
  if (!spent) return { name, limit, remaining: limit, resetSeconds: windowSeconds, refused: false }
  return spentOf(name, limit, spent, spent.remainingPoints <= 0)
}

async function spend({ budget, spent }: Minutes, name: keyof MinuteBudget, caller: string, points: number): Promise<Spent> {
  try {
    return spentOf(name, budget[name], await spent[name].consume(caller, points), false)
  } catch (error) {
    if (error instanceof RateLimiterRes) return spentOf(name, budget[name], error, true)
    throw error
  }
}

type Spent = Admission['tightest'] & { refused: boolean }

const spentOf = (name: keyof MinuteBudget, limit: number, spent: RateLimiterRes, refused: boolean): Spent => ({
  name,
  limit,
  remaining: spent.remainingPoints,
  resetSeconds: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)),
  refused,
})

function admissionOf({ policy }: Minutes, [cost, requests]: [Spent, Spent]): Admission {
  const waits = [cost, requests].filter(({ refused }) => refused).map(({ resetSeconds }) => resetSeconds)
  const { name, limit, remaining, resetSeconds } = cost.remaining / cost.limit <= requests.remaining / requests.limit ? cost : requests
  return { retryAfterSeconds: waits.length > 0 ? Math.max(...waits) : null, tightest: { name, limit, remaining, resetSeconds }, policy }
}
