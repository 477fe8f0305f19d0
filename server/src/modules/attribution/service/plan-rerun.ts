import { createHash } from 'node:crypto'
import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'
import { ClinchError } from '../../../kernel/errors.ts'
import { dayIn } from '../../../lib/period.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import { type PlannedCredit, planCredits, TooManyToCredit } from './plan-credits.ts'
import type { Rerun } from './rerun-input.ts'
import { scopeOf } from './rerun-scope.ts'

/**
 * How many payments are credited again at once, with those that inherit from them: five times as many go within one transaction's time on a
 * quiet machine, so that these do on a busy one.
 */
export const mostPayments = 100

/** What crediting the payments of a period again would come to. */
export interface RerunPlan {
  /** How many payments were looked at, and how many of them are locked by a credit by hand, which stands. */
  payments: number
  locked: number
  changes: readonly PlannedCredit[]
  /** All that were looked at, with what inherits from them. */
  paymentIds: readonly string[]
  /** Of these changes and no others: it holds for as long as the rules come to the very same. */
  fingerprint: string
}

/**
 * Decides every payment of a period anew from what is known now, and stores nothing. What inherits from a payment whose credit would
 * change is decided with it, though it was paid later. Throws BAD_USER_INPUT for too many, naming a period that is short enough.
 */
export async function planRerun(tx: Tx, rerun: Rerun): Promise<RerunPlan> {
  const timeZone = await timeZoneOf(tx)
  const found = await paymentsOf(tx, rerun, timeZone)
  const { payments, changes } = await planCredits(
    tx,
    found.map(({ id }) => id),
    { hold: false, most: mostPayments },
  ).catch((error: unknown) => {
    throw error instanceof TooManyToCredit ? tooMany(rerun.period.from, dayIn(error.beyond.paidAt, timeZone)) : error
  })
  return {
    payments: found.length,
    locked: found.filter(({ locked }) => locked).length,
    changes,
    paymentIds: payments.map(({ id }) => id),
    fingerprint: fingerprintOf(rerun, changes),
  }
}

async function paymentsOf(tx: Tx, rerun: Rerun, timeZone: string): Promise<{ id: string; locked: boolean }[]> {
  const conditions = scopeOf(rerun, timeZone)(new Conditions([tx.organizationId]))
  const rows = await tx.query<{ id: string; locked: boolean; paidAt: string }>(
    `select p.id, p.attribution_locked as locked, p.paid_at as "paidAt" from payments p where ${conditions.where}
     order by p.paid_at, p.id limit ${mostPayments + 1}`,
    conditions.parameters,
  )
  const beyond = rows[mostPayments]
  if (beyond) throw tooMany(rerun.period.from, dayIn(dateFromPostgres(beyond.paidAt), timeZone))
  return rows
}

function tooMany(from: string, dayBeyond: string) {
  const most = `At most ${mostPayments.toLocaleString('en-US')} payments are credited again at once.`
  const before = new Date(Date.parse(`${dayBeyond}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const advice = before < from ? `There are more on ${from} alone: choose a closer or a setter.` : `Take ${from} to ${before} first.`
  const message = `${most} ${advice} Or start a run of all of them with startAttributionPreview.`
  return new ClinchError('BAD_USER_INPUT', message, { fields: [{ path: 'period', message: `${most} ${advice}` }], limit: mostPayments })
}

const fingerprintOf = ({ period }: Rerun, changes: readonly PlannedCredit[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        period.from,
        period.to,
        changes.map(({ payment, decision }) => [payment.id, [payment, decision].map((credit) => creditWords(credit))]),
      ]),
    )
    .digest('hex')

const creditWords = (credit: PlannedCredit['payment'] | PlannedCredit['decision']) => [
  credit.method,
  credit.confidence,
  credit.leadId,
  credit.eventId,
  credit.closerId,
  credit.setterId,
  credit.sourceId,
  credit.trafficTypeId,
  credit.shares.map(({ role, personId, percent }) => [role, personId, percent]),
]
