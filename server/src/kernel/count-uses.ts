import type { Tx } from '../database/tx.ts'
import { rateLimited } from './errors.ts'

/** How often something may be done. */
export interface UseLimit {
  /** What is counted, of whom. Addresses are counted by their hash: what is counted needs nobody's address. */
  key: string
  allowed: number
  withinSeconds: number
  /** What whoever is over it reads. */
  message: string
}

/**
 * Counts one use against each of several limits, by what all processes share, and throws RATE_LIMITED over the first of them. Counted in the
 * transaction that does what is counted: what does not commit was not done, and of two at once the second waits and finds the first.
 */
export async function countUses(tx: Tx, limits: readonly UseLimit[]): Promise<void> {
  for (const { key, allowed, withinSeconds, message } of limits) {
    const [row] = await tx.query<{ wait: number }>('select intake.consume($1, $2, $3) as wait', [key, allowed, withinSeconds])
    if (!row) throw new Error('A use was not counted')
    if (row.wait > 0) throw rateLimited(message, row.wait)
  }
}
