import type { Tx } from '../database/tx.ts'
import { within } from '../database/tenant-transaction.ts'

/** What a later domain does, in the same transaction, when an earlier one announces a fact. */
export type Reaction<Payload> = (tx: Tx, payload: Payload) => Promise<void>

/**
 * Something that happened in a domain and that later domains act on within the same transaction: a booking asks the payments
 * waiting for it to be credited again. So imports keep running one way, and either all of it is stored or nothing.
 *
 * Reactions are the system's doing, not the caller's: they see the whole organization whoever acted, and run in the order in
 * which they were registered.
 */
export interface Fact<Payload> {
  announce(tx: Tx, payload: Payload): Promise<void>
  reactWith(reaction: Reaction<Payload>): FactReaction
}

/** A reaction bound to its fact; listed in a module so that composition shows who reacts to what. */
export interface FactReaction {
  register(): void
}

export function defineFact<Payload>(): Fact<Payload> {
  const reactions = new Set<Reaction<Payload>>()
  return {
    async announce(tx, payload) {
      if (reactions.size === 0) return
      await asOrganization(tx, async () => {
        for (const reaction of reactions) await reaction(tx, payload)
      })
    },
    reactWith: (reaction) => ({ register: () => void reactions.add(reaction) }),
  }
}

/** Runs work with sight of the whole organization, inside a transaction that may see less. If it fails, the savepoint takes the sight back. */
async function asOrganization(tx: Tx, work: () => Promise<void>): Promise<void> {
  if (tx.settings.scope === 'organization') return work()
  await within(tx, async () => {
    const [scope] = await tx.query<{ before: string }>(
      `select current_setting('app.scope', true) as before, set_config('app.scope', 'organization', true)`,
    )
    await work()
    await tx.query(`select set_config('app.scope', $1, true)`, [scope?.before ?? 'none'])
  })
}
