import { postCallForms, postCallFormVersions } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { bookingChanged, lockLeadOfEvent, recordHistory, storeStatus } from '../../events/service/index.ts'
import { formFiled } from './facts.ts'
import { judgeForm, type NormalisedForm } from './judge-form.ts'
import { SubmitPostCallForm } from './schemas.ts'

/**
 * Files what a closer says of a call: the form, the event's status and outcome, the reported payment and the history, in one
 * transaction. Filing the same again is the same form; filing something else amends it and keeps the earlier version.
 */
export async function submitPostCallForm({ actor, input, tx }: Verb<SubmitPostCallForm>): Promise<{ eventId: string }> {
  authorize(actor, 'pcfs:write')
  const { eventId, expectedVersion, ...answers } = parseInput(SubmitPostCallForm, input)
  const verdict = judgeForm(answers)
  if (verdict.problems) throw badInput(verdict.problems)
  const leadId = await lockEvent(tx, eventId)
  const known = await formOf(tx, eventId)
  if (expectedVersion !== null && expectedVersion !== (known?.version ?? 0)) {
    throw conflict('Somebody else filed this form meanwhile. Reload to see what they wrote.')
  }
  const form = { ...verdict.form, notes: answers.notes }
  if (known && same(known.answers, form)) return { eventId }
  const formId = await storeForm(tx, actor, eventId, form, known)
  await storeStatus(tx, eventId)
  await recordHistory(tx, { eventId, at: new Date(), change: known ? 'form_amended' : 'form_submitted', by: actorName(actor) })
  await formFiled.announce(tx, { formId, eventId, leadId })
  // To which call a payment is credited, and how surely, depends on what became of the calls and on the cash they report.
  await bookingChanged.announce(tx, { eventId, leadId })
  return { eventId }
}

type Answers = NormalisedForm & { notes: string | null }

/** Holds the lead, whose payments may arrive at this moment, and then the event. */
async function lockEvent(tx: Tx, eventId: string): Promise<string> {
  const leadId = await lockLeadOfEvent(tx, 'id', eventId)
  if (!leadId) throw notFound('event')
  await tx.query(`select id from events where organization_id = $1 and id = $2 for update`, [tx.organizationId, eventId])
  return leadId
}

async function formOf(tx: Tx, eventId: string): Promise<{ id: string; version: number; answers: Answers } | null> {
  const [row] = await tx.db
    .select()
    .from(postCallForms)
    .where(and(eq(postCallForms.organizationId, tx.organizationId), eq(postCallForms.eventId, eventId)))
  if (!row) return null
  const { callOccurred, leadShowed, offerMade, dealClosed, resolution, paymentType, notes } = row
  const cashCollected =
    row.cashCollectedMinor !== null && row.cashCurrency !== null
      ? { amountMinor: row.cashCollectedMinor, currency: row.cashCurrency }
      : null
  return {
    id: row.id,
    version: row.version,
    answers: { callOccurred, leadShowed, offerMade, dealClosed, resolution, cashCollected, paymentType, notes },
  }
}

async function storeForm(
  tx: Tx,
  actor: Actor,
  eventId: string,
  form: Answers,
  known: { id: string; version: number } | null,
): Promise<string> {
  const { cashCollected, ...answers } = form
  const now = new Date()
  const version = (known?.version ?? 0) + 1
  const by = { submittedBy: actorLabel(actor), submittedByName: actorName(actor) }
  const values = {
    ...answers,
    cashCollectedMinor: cashCollected?.amountMinor ?? null,
    cashCurrency: cashCollected?.currency ?? null,
    version,
  }
  const [row] = known
    ? await tx.db
        .update(postCallForms)
        .set({ ...values, amendedAt: now })
        .where(and(eq(postCallForms.organizationId, tx.organizationId), eq(postCallForms.id, known.id)))
        .returning({ id: postCallForms.id })
    : await tx.db
        .insert(postCallForms)
        .values({ organizationId: tx.organizationId, eventId, ...values, ...by, submittedAt: now })
        .returning({ id: postCallForms.id })
  if (!row) throw new Error('A stored form was not returned')
  await tx.db.insert(postCallFormVersions).values({
    organizationId: tx.organizationId,
    formId: row.id,
    version,
    answers: {
      ...answers,
      cashCollected: cashCollected ? { amountMinor: String(cashCollected.amountMinor), currency: cashCollected.currency } : null,
    },
    submittedAt: now,
    ...by,
  })
  return row.id
}

const same = (a: Answers, b: Answers): boolean => fingerprint(a) === fingerprint(b)

const fingerprint = (form: Answers): string =>
  JSON.stringify([
    form.callOccurred,
    form.leadShowed,
    form.offerMade,
    form.dealClosed,
    form.resolution,
    form.cashCollected ? [String(form.cashCollected.amountMinor), form.cashCollected.currency] : null,
    form.paymentType,
    form.notes,
  ])
