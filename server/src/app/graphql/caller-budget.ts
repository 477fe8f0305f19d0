import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

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
}

const windowSeconds = 60

/** Counts what each caller spends, minute by minute. */
export class CallerBudget {
  /** The value of `RateLimit-Policy`: both budgets with their windows, in the form of the IETF's draft. */
  readonly policy: string
  readonly #budget: MinuteBudget
  readonly #spent: Readonly<Record<keyof MinuteBudget, RateLimiterMemory>>

  constructor(budget: MinuteBudget) {
    this.#budget = budget
    this.policy = `"cost";q=${budget.cost};w=${windowSeconds}, "requests";q=${budget.requests};w=${windowSeconds}`
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds })
    this.#spent = { cost: limiter(budget.cost), requests: limiter(budget.requests) }
  }

  /** Counts a request and its cost against a caller's budgets. One that is over either is counted all the same. */
  async admit(caller: string, cost: number): Promise<Admission> {
    const [spentCost, spentRequests] = await Promise.all([
      this.#spend('cost', caller, Math.max(1, cost)),
      this.#spend('requests', caller, 1),
    ])
    const over = [spentCost, spentRequests].filter((spent) => spent.refused).map(({ resetSeconds }) => resetSeconds)
    const { name, limit, remaining, resetSeconds } =
      spentCost.remaining / spentCost.limit <= spentRequests.remaining / spentRequests.limit ? spentCost : spentRequests
    return { retryAfterSeconds: over.length > 0 ? Math.max(...over) : null, tightest: { name, limit, remaining, resetSeconds } }
  }

  async #spend(name: keyof MinuteBudget, caller: string, points: number) {
    const limit = this.#budget[name]
    const of = ({ remainingPoints, msBeforeNext }: RateLimiterRes, refused: boolean) => ({
      name,
      limit,
      remaining: remainingPoints,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      refused,
    })
    try {
      return of(await this.#spent[name].consume(caller, points), false)
    } catch (error) {
      if (error instanceof RateLimiterRes) return of(error, true)
      throw error
    }
  }
}
