import type { Tx } from '../../../database/tx.ts'
import type { DecidedAhead } from './first-payments.ts'
import { firstsInScope } from './heirs-of.ts'
import { nextInTurn, type Place } from './next-in-turn.ts'
import { loadPaymentsToCredit } from './payments-to-credit.ts'
import { type CreditPlan, decideAll, differs, planCredits, TooManyToCredit } from './plan-credits.ts'
import type { Scope } from './rerun-scope.ts'

/** How much is done by one step. */
export interface ChunkSize {
  /** So many payments in their own right. */
  payments: number
  /** And at most so many with what inherits from them and has no turn of its own; but for one payment, which goes with all that is its. */
  withHeirs: number
}

/** Some payments that follow each other, and what crediting them comes to. */
export interface Chunk {
  places: readonly (Place & { locked: boolean })[]
  plan: CreditPlan
}

/**
 * Decides the next payments of a scope after a place, and stores nothing; null where there are none. `looksOnly` says that nothing of the
 * chunks before was stored either: then what these inherit is decided with them.
 */
export async function planChunk(
  tx: Tx,
  { scope, after, size, looksOnly }: { scope: Scope; after: Place | null; size: ChunkSize; looksOnly: boolean },
): Promise<Chunk | null> {
  let places = await nextInTurn(tx, scope, after, size.payments)
  if (places.length === 0) return null
  for (;;) {
    const ids = places.map(({ id }) => id)
    const ahead = looksOnly ? await decideFirsts(tx, ids, scope) : undefined
    try {
      const most = places.length === 1 ? Infinity : size.withHeirs
      return { places, plan: await planCredits(tx, ids, { hold: false, most, ahead, inOwnTurn: scope }) }
    } catch (error) {
      if (!(error instanceof TooManyToCredit)) throw error
      const { beyond } = error
      places = places.slice(
        0,
        Math.max(
          1,
          places.findIndex(({ id }) => id === beyond.id),
        ),
      )
    }
  }
}

/** What the rules come to of the payments that these inherit from, where that is another credit than the one that stands. */
async function decideFirsts(tx: Tx, ids: readonly string[], scope: Scope): Promise<DecidedAhead> {
  const firstIds = await firstsInScope(tx, ids, scope)
  const firsts = await decideAll(tx, await loadPaymentsToCredit(tx, firstIds, { hold: false }))
  return new Map(firsts.flatMap(({ payment, decision }) => (differs(decision, payment) ? [[payment.id, decision] as const] : [])))
}
