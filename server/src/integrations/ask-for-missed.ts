import { within } from '../database/tenant-transaction.ts'
import type { Tx } from '../database/tx.ts'
import type { Actor } from '../kernel/actor.ts'
import { explainDatabaseError } from '../kernel/constraint-errors.ts'
import { ClinchError } from '../kernel/errors.ts'
import { dayIn } from '../lib/period.ts'
import { dateFromPostgres } from '../lib/postgres-time.ts'
import { askToSettle, type HeldWebhook, missedSince, storeHealed } from '../modules/connections/service/index.ts'
import { timeZoneOf } from '../modules/organizations/service/index.ts'
import { startSync } from '../modules/runs/service/index.ts'

const dayMs = 86_400_000
/** A no-show is marked after its call, so calls before the gap may have changed in it. */
const daysBefore = 7
/** Whoever booked in the gap may have booked for any day to come. */
const daysAhead = 365
const againAfterMs = 600_000

/**
 * Begins a sync of the days of which events may have been missed while no webhook told of them, and notes that it did. Where one is under
 * way, it is begun after that; where nothing may be changed in the organization, once it may.
 */
export async function askForMissed(tx: Tx, held: HeldWebhook, actor: Actor): Promise<void> {
  const missed = await missedSince(tx, held)
  if (missed === null) return
  const [zone, since, now] = [await timeZoneOf(tx), dateFromPostgres(missed), Date.now()]
  const period = {
    from: dayIn(new Date(since.getTime() - daysBefore * dayMs), zone),
    to: dayIn(new Date(now + daysAhead * dayMs), zone),
  }
  try {
    await within(tx, (inner) => startSync({ actor, input: { connectionId: held.connectionId, period }, tx: inner }))
    await storeHealed(tx, held)
  } catch (error) {
    const told = explainDatabaseError(error)
    if (!(told instanceof ClinchError)) throw error
    if (told.code === 'CONFLICT') await askToSettle(tx, held.connectionId, new Date(now + againAfterMs))
  }
}
