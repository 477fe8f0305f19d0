import { judgeAnswers } from '@clinch/schema/forms'
import type { Tx } from '../../../database/tx.ts'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { bookingChanged, lockLeadOfEvent, recordHistory, storeStatus } from '../../events/service/index.ts'
import { formFiled } from './facts.ts'
import { filedForm, sayTheSame } from './filed-form.ts'
import { type DefinitionRow, definitionInForce } from './form-definitions.ts'
import { offered, requireChoices, requireOutcomeStands } from './judge-choices.ts'
import { SubmitPostCallForm } from './schemas.ts'
import { storeForm } from './store-form.ts'

/**
 * Files what a closer says of a call: the form, the event's status and outcome, the reported payment and the history, in one
 * transaction. It is judged by the organization's form as it is in force, and keeps its version. Filing the same again is the same form;
 * filing something else amends it and keeps the earlier version, and what that said to questions that are hidden since. CONFLICT where it
 * was amended meanwhile, and for a call that was found to be a copy of another.
 */
export async function submitPostCallForm({ actor, input, tx }: Verb<SubmitPostCallForm>): Promise<{ eventId: string }> {
  authorize(actor, 'pcfs:write')
  const { eventId, expectedVersion, definitionVersion, fields, ...given } = parseInput(SubmitPostCallForm, input)
  const current = await definitionInForce(tx)
  if (definitionVersion !== null && definitionVersion !== current.version) throw changedMeanwhile(current)
  const leadId = await lockEvent(tx, eventId)
  const known = await filedForm(tx, eventId)
  const before = known?.answers ?? null
  const verdict = judgeAnswers(current.definition, given, fields, await offered(tx), before)
  const answers = verdict.problems ? null : { ...verdict.answers, fields: verdict.fields }
  // Whoever says what stands has filed it, also where their first answer got lost and they come back by another link.
  if (known && answers && sayTheSame(known.answers, answers)) return { eventId }
  if (expectedVersion !== null && expectedVersion !== (known?.version ?? 0)) {
    throw conflict('Somebody else filed this form meanwhile. Reload to see what they wrote.')
  }
  if (!answers) throw badInput(verdict.problems ?? [])
  await requireChoices(tx, current.definition, answers, before)
  const formId = await storeForm(tx, actor, { eventId, answers, definitionVersion: current.version, known })
  await requireOutcomeStands(tx, answers)
  await storeStatus(tx, eventId)
  await recordHistory(tx, { eventId, at: new Date(), change: known ? 'form_amended' : 'form_submitted', by: actorName(actor) })
  await formFiled.announce(tx, { formId, eventId, leadId })
  // To which call a payment is credited, and how surely, depends on what became of the calls and on the cash they report.
  await bookingChanged.announce(tx, { eventId, leadId })
  return { eventId }
}

const changedMeanwhile = ({ madeByName }: DefinitionRow) => {
  const message = `${madeByName ?? 'An admin'} changed what this form asks meanwhile. Look through it again.`
  return conflict(message, [{ path: 'definitionVersion', message }])
}

/** Holds the lead, whose payments may arrive at this moment, and then the event. */
async function lockEvent(tx: Tx, eventId: string): Promise<string> {
  const leadId = await lockLeadOfEvent(tx, 'id', eventId)
  if (!leadId) throw notFound('event')
  const [event] = await tx.query<{ isCopy: boolean }>(
    `select duplicate_of_id is not null as "isCopy" from events where organization_id = $1 and id = $2 for update`,
    [tx.organizationId, eventId],
  )
  // It counts nowhere, and its cash would count beside that of the call it is a copy of.
  if (event?.isCopy) throw conflict('This call was found to be a copy of another. File the form of that one.')
  return leadId
}
