import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { lockForCounting, refuseOverLimit } from './hold-organization.ts'
import { monthOf, planTerms } from './plans.ts'

/**
 * Makes sure that one more import may be made this month; whoever asks next waits until this transaction ends. Answers the instant at
 * which it counts, to be stored as the import's: a transaction that waited over midnight counts for the month in which it goes on.
 */
export async function countImport(tx: Tx): Promise<{ at: Date }> {
  const { plan } = await lockForCounting(tx)
  const [clock] = await tx.query<{ now: string }>(`select clock_timestamp() as now`)
  if (!clock) throw new Error('The database did not tell the time')
  const at = dateFromPostgres(clock.now)
  const limit = planTerms[plan].imports
  if (limit !== null) refuseOverLimit('import', { limit, used: await importsSince(tx, monthOf(at).start), plan })
  return { at }
}

export async function importsSince(tx: Tx, start: Date): Promise<number> {
  const [row] = await tx.query<{ used: number }>(
    `select count(*)::int as used from imports where organization_id = $1 and created_at >= $2::text::timestamptz`,
    [tx.organizationId, start.toISOString()],
  )
  return row?.used ?? 0
}
