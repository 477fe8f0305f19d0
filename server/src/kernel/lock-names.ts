import type { Tx } from '../database/tx.ts'

/**
 * Holds names for the rest of the transaction: another transaction that asks for one of them waits. For things that two messages
 * may be the first to tell of, where there is no row yet that could be locked. Always in one order, so that nobody waits in a ring.
 */
export async function lockNames(tx: Tx, names: readonly string[]): Promise<void> {
  const wanted = [...new Set(names)].map((name) => `${tx.organizationId}:${name}`).sort()
  if (wanted.length === 0) return
  await tx.query('select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) as name', [wanted])
}
