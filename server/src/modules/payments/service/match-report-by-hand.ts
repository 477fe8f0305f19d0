import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import type { HeldPayment } from './hold-payments.ts'
import { holdReport, reasonIfAny, refuseDecided, reportId, storeReportDecision } from './report-decide.ts'

const MatchReport = z.object({ reportId, paymentId: z.uuid('Say which payment.'), reason: reasonIfAny })
export type MatchReport = z.input<typeof MatchReport>

/**
 * A person says that a payment is the money that a closer reported: the payment counts, the report does not, also where their amounts
 * differ, and where another lead paid, such as the buyer's spouse. The payment is then for the call of the report's form.
 */
export async function matchReport({ actor, input, tx }: Verb<MatchReport>): Promise<{ reportId: string; paymentId: string }> {
  authorize(actor, 'payments:write')
  const { reason, ...ids } = parseInput(MatchReport, input)
  const { report, others } = await holdReport(tx, ids.reportId, [ids.paymentId])
  refuseDecided(report)
  const [payment] = others
  if (ids.paymentId === ids.reportId) throw conflict('A report cannot stand for itself.')
  if (!payment) throw notFound('payment')
  await refuseUnfit(tx, payment, report)
  await storeReportDecision(tx, actor, report, { reconciliation: 'matched', matchedPaymentId: payment.id, reason }, [payment])
  return ids
}

async function refuseUnfit(tx: Tx, payment: HeldPayment, report: HeldPayment): Promise<void> {
  if (payment.origin === 'form') throw conflict('This is a closer’s report itself: only money that came in can stand for a report.')
  if (payment.deletionId !== null) throw conflict('This payment is deleted. Restore it first.')
  if (payment.status === 'failed') throw conflict('This payment did not go through.')
  const [other] = await tx.query(`select 1 from payments where organization_id = $1 and matched_payment_id = $2 and id <> $3`, [
    tx.organizationId,
    payment.id,
    report.id,
  ])
  if (other) throw conflict('This payment stands for another report already. Keep that one apart first.')
}
