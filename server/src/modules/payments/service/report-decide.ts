import { payments, type reconciliations } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorLabel, actorName } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { paymentChanged } from './facts.ts'
import { holdWithMatched } from './follow-deletion.ts'
import type { HeldPayment } from './hold-payments.ts'
import { appendDecision } from './report-decisions.ts'
import { storeDeals } from './store-deals.ts'

export const reportId = z.uuid('Say which report.')

const reasonText = z.string().trim().max(500, 'A reason has at most 500 characters.')
export const reasonGiven = reasonText.min(1, 'Say why.')
export const reasonIfAny = reasonText.nullish().transform((text) => (text ? text : null))

/**
 * Holds a report, with the payment that stands for it and others that a decision of it concerns; refuses what is no report and what does not
 * stand.
 */
export async function holdReport(
  tx: Tx,
  id: string,
  others: readonly string[] = [],
): Promise<{ report: HeldPayment; others: HeldPayment[] }> {
  const held = await holdWithMatched(tx, [...new Set([id, ...others])])
  const report = held.find((payment) => payment.id === id)
  if (report?.origin !== 'form') throw notFound('report')
  if (report.deletionId !== null) throw conflict('This report is deleted. Restore it first.')
  if (report.withdrawnAt !== null) throw conflict('Its closer took this report back: it counts nowhere already.')
  return { report, others: held.filter((payment) => payment.id !== id && others.includes(payment.id)) }
}

const decidedAlready: Readonly<Record<(typeof reconciliations)[number], string>> = {
  matched: 'This report was matched by hand already.',
  kept_apart: 'This report was kept apart already.',
  confirmed: 'This report was confirmed already.',
  rejected: 'This report was rejected already.',
}

/** Refuses a second decision: whoever made the first may not know of it. */
export function refuseDecided({ reconciliation }: HeldPayment): void {
  if (reconciliation !== null) throw conflict(`${decidedAlready[reconciliation]} Undo that first.`)
}

interface Decision {
  /** None leaves it to the rule. */
  reconciliation: HeldPayment['reconciliation']
  matchedPaymentId?: string | null
  method?: 'wire' | 'cash' | 'check' | 'other'
  reason: string | null
}

/**
 * Stores what a person decided of a report that is held, and lets follow what depends on it: the credit of the payments it concerns,
 * which reports the rule matches now, and the deals.
 */
export async function storeReportDecision(
  tx: Tx,
  actor: Actor,
  report: HeldPayment,
  { reconciliation, matchedPaymentId = null, method, reason }: Decision,
  concerned: readonly HeldPayment[] = [],
): Promise<void> {
  await appendDecision(tx, {
    reportId: report.id,
    kind: reconciliation ?? 'reopened',
    matchedPaymentId,
    method: method ?? null,
    reason,
    decidedBy: actorLabel(actor),
    decidedByName: actorName(actor),
  })
  await tx.db
    .update(payments)
    .set({ reconciliation, matchedPaymentId })
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, report.id)))
  // The payment that stood for it until now is credited without it.
  const ids = [
    ...new Set([...concerned.map(({ id }) => id), ...(report.matchedPaymentId === null ? [] : [report.matchedPaymentId]), report.id]),
  ]
  for (const paymentId of ids) await paymentChanged.announce(tx, { paymentId })
  await storeDeals(tx, { paymentIds: ids, leadIds: [report, ...concerned].flatMap(({ leadId }) => leadId ?? []) })
}
