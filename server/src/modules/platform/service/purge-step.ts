import type { Tx } from '../../../database/tx.ts'

/** So few rows that a step takes some milliseconds, whatever hangs on them. */
const rowsAtMost = 500

/** What a step of the purge did. */
export interface PurgeStep {
  /** The organization that it worked on; null when no deletion is due. */
  organizationId: string | null
  /** The table that it removed rows from; none where another process had just finished. */
  table: string | null
  removed: number
}

/** Removes some rows of an organization whose deletion is due, or the organization when nothing is left of it. Answers which. */
export async function purgeStep(tx: Tx, atMost = rowsAtMost): Promise<PurgeStep> {
  const [row] = await tx.query<PurgeStep>(
    `select organization as "organizationId", removed_from as "table", coalesce(removed, 0) as removed from platform.purge_step($1::int)`,
    [atMost],
  )
  return row ?? { organizationId: null, table: null, removed: 0 }
}
