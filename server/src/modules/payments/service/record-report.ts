import { events, payments, postCallForms } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { formatDecimal, type Money } from '../../../lib/money.ts'
import { paymentChanged, reportsMatched } from './facts.ts'
import { takeDecisionBack } from './report-decisions.ts'
import { storeDeals } from './store-deals.ts'

/**
 * Keeps the payment that a form reports in step with the form: made when cash is reported, changed or withdrawn when the form is
 * amended. It is dated to the end of the call, or to the filing where the form came before that.
 */
export async function recordReportedPayment(tx: Tx, { formId, leadId }: { formId: string; leadId: string }): Promise<void> {
  await keepInStep(tx, formId)
  // The form may say how the payments of its call are paid, whether it reports one or not.
  await storeDeals(tx, { leadIds: [leadId] })
}

async function keepInStep(tx: Tx, formId: string): Promise<void> {
  const [row] = await tx.db
    .select({ form: postCallForms, event: events })
    .from(postCallForms)
    .innerJoin(events, and(eq(events.organizationId, postCallForms.organizationId), eq(events.id, postCallForms.eventId)))
    .where(and(eq(postCallForms.organizationId, tx.organizationId), eq(postCallForms.id, formId)))
  if (!row) throw new Error(`The form ${formId} vanished inside its own transaction`)
  const { form, event } = row
  const [known] = await tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.formId, formId)))
    .for('update')
  if (form.cashCollectedMinor === null || form.cashCurrency === null) {
    if (known) await amend(tx, known, { withdrawnAt: new Date() }, 'The form was amended: no cash is reported any more.')
    return
  }
  const callOver = event.endsAt ?? event.scheduledAt
  const told = {
    amountMinor: form.cashCollectedMinor,
    currency: form.cashCurrency,
    paidAt: callOver < form.submittedAt ? callOver : form.submittedAt,
    packageId: form.packageId,
  }
  if (known) {
    const same = known.amountMinor === told.amountMinor && known.currency === told.currency
    const reason = same ? null : `The form was amended: ${inWords(told)} is reported, not ${inWords(known)}.`
    return amend(tx, known, { ...told, withdrawnAt: null }, reason)
  }
  const [made] = await tx.db
    .insert(payments)
    .values({
      organizationId: tx.organizationId,
      origin: 'form',
      status: 'reported',
      formId,
      customerName: event.leadName,
      customerEmail: event.leadEmail,
      metadata: {},
      leadId: event.leadId,
      ...told,
    })
    .returning({ id: payments.id })
  if (made) await paymentChanged.announce(tx, { paymentId: made.id })
}

type Report = typeof payments.$inferSelect

/** Changes a report. `reason` says why what a person decided of it holds no more; null where it does. */
async function amend(tx: Tx, report: Report, values: Partial<typeof payments.$inferInsert>, reason: string | null): Promise<void> {
  if (reason !== null) await takeDecisionBack(tx, report.id, reason)
  const stands = reason === null && report.reconciliation !== null
  await tx.db
    .update(payments)
    .set({ ...values, ...(!stands && { matchedPaymentId: null, reconciliation: null }) })
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, report.id)))
  // The payment that was matched by hand is for the form's call no more.
  if (!stands && report.reconciliation === 'matched' && report.matchedPaymentId !== null)
    await paymentChanged.announce(tx, { paymentId: report.matchedPaymentId })
  await paymentChanged.announce(tx, { paymentId: report.id })
  // The one that the rule tied it to may stand for it no more.
  if (!stands && report.reconciliation === null && report.matchedPaymentId !== null)
    await reportsMatched.announce(tx, { paymentIds: [report.matchedPaymentId] })
}

const inWords = (money: Money): string => `${formatDecimal(money)} ${money.currency}`
