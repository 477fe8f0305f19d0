import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { conflict } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { holdReport, reasonIfAny, reportId, storeReportDecision } from './report-decide.ts'
import { loadReportDecisions } from './report-decisions.ts'

const ReopenReport = z.object({ reportId, reason: reasonIfAny })
export type ReopenReport = z.input<typeof ReopenReport>

/** Takes back whatever was decided of a report: the rule decides of it again. */
export async function reopenReport({ actor, input, tx }: Verb<ReopenReport>): Promise<{ reportId: string }> {
  authorize(actor, 'payments:write')
  const { reason, ...wanted } = parseInput(ReopenReport, input)
  const [before] = await tx.query<{ paymentId: string | null }>(
    `select matched_payment_id as "paymentId" from payments where organization_id = $1 and id = $2`,
    [tx.organizationId, wanted.reportId],
  )
  const { report, others } = await holdReport(tx, wanted.reportId, before?.paymentId ? [before.paymentId] : [])
  // The decision may also wait for its payment, which is deleted.
  const [newest] = (await loadReportDecisions(tx, [report.id])).get(report.id) ?? []
  if (!newest || newest.kind === 'reopened') throw conflict('Nothing was decided of this report.')
  if (report.matchedPaymentId !== (before?.paymentId ?? null)) throw conflict('Somebody decided of this report just now. Look again.')
  await storeReportDecision(tx, actor, report, { reconciliation: null, reason }, others)
  return { reportId: report.id }
}
