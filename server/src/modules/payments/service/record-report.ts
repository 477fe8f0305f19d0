import { events, payments, postCallForms } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { paymentChanged } from './facts.ts'

/**
 * Keeps the payment that a form reports in step with the form: made when cash is reported, changed or withdrawn when the form is
 * amended. It is dated to the end of the call, or to the filing where the form came before that.
 */
export async function recordReportedPayment(tx: Tx, { formId }: { formId: string }): Promise<void> {
  const [row] = await tx.db
    .select({ form: postCallForms, event: events })
    .from(postCallForms)
    .innerJoin(events, and(eq(events.organizationId, postCallForms.organizationId), eq(events.id, postCallForms.eventId)))
    .where(and(eq(postCallForms.organizationId, tx.organizationId), eq(postCallForms.id, formId)))
  if (!row) throw new Error(`The form ${formId} vanished inside its own transaction`)
  const { form, event } = row
  const [known] = await tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.formId, formId)))
    .for('update')
  if (form.cashCollectedMinor === null || form.cashCurrency === null) {
    if (known) await change(tx, known.id, { withdrawnAt: new Date(), matchedPaymentId: null })
    return
  }
  const callOver = event.endsAt ?? event.scheduledAt
  const told = {
    amountMinor: form.cashCollectedMinor,
    currency: form.cashCurrency,
    paymentType: form.paymentType,
    paidAt: callOver < form.submittedAt ? callOver : form.submittedAt,
  }
  if (known) return change(tx, known.id, { ...told, withdrawnAt: null, matchedPaymentId: null })
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

async function change(tx: Tx, paymentId: string, values: Partial<typeof payments.$inferInsert>): Promise<void> {
  await tx.db
    .update(payments)
    .set(values)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId)))
  await paymentChanged.announce(tx, { paymentId })
}
