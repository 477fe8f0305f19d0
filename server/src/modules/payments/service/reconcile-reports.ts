import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { offPlatformMethod } from './recorded-payment.ts'
import { holdReport, reasonGiven, reasonIfAny, refuseDecided, reportId, storeReportDecision } from './report-decide.ts'

const KeepReportApart = z.object({ reportId, reason: reasonIfAny })
export type KeepReportApart = z.input<typeof KeepReportApart>

/** The payment that the rule took for a report, or that looks like it, is other money: both count. */
export async function keepReportApart({ actor, input, tx }: Verb<KeepReportApart>): Promise<{ reportId: string }> {
  authorize(actor, 'payments:write')
  const wanted = parseInput(KeepReportApart, input)
  const { report } = await holdReport(tx, wanted.reportId)
  refuseDecided(report)
  await storeReportDecision(tx, actor, report, { reconciliation: 'kept_apart', reason: wanted.reason })
  return { reportId: report.id }
}

const ConfirmReport = z.object({ reportId, method: offPlatformMethod, reason: reasonIfAny })
export type ConfirmReport = z.input<typeof ConfirmReport>

/** The money came in where no processor tells of it: the report counts for good. */
export async function confirmReport({ actor, input, tx }: Verb<ConfirmReport>): Promise<{ reportId: string }> {
  authorize(actor, 'payments:write')
  const { method, reason, ...wanted } = parseInput(ConfirmReport, input)
  const { report } = await holdReport(tx, wanted.reportId)
  refuseDecided(report)
  await storeReportDecision(tx, actor, report, { reconciliation: 'confirmed', method, reason })
  return { reportId: report.id }
}

const RejectReport = z.object({ reportId, reason: reasonGiven })
export type RejectReport = z.input<typeof RejectReport>

/** The money never came in: the report counts nowhere. */
export async function rejectReport({ actor, input, tx }: Verb<RejectReport>): Promise<{ reportId: string }> {
  authorize(actor, 'payments:write')
  const { reason, ...wanted } = parseInput(RejectReport, input)
  const { report } = await holdReport(tx, wanted.reportId)
  refuseDecided(report)
  await storeReportDecision(tx, actor, report, { reconciliation: 'rejected', reason })
  return { reportId: report.id }
}
