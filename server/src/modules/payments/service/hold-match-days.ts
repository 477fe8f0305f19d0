import type { Tx } from '../../../database/tx.ts'

/**
 * Waits until everybody who matches reports by the days that stand is committed, and has those that come wait until this transaction ends:
 * they match by the new ones. So whoever matches all of them after it finds every report that was matched by the old.
 */
export const holdMatchDays = async (tx: Tx): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(7307, hashtext($1))', [tx.organizationId])
}

/** Has the days stay as they are until this transaction ends, for whoever matches by them: before they are read. */
export const keepMatchDays = async (tx: Tx): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock_shared(7307, hashtext($1))', [tx.organizationId])
}
