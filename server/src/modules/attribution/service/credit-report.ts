import type { Tx } from '../../../database/tx.ts'
import type { AttributionDecision, CandidateEvent } from './attribution-facts.ts'
import { loadEventsById } from './candidate-events.ts'

/** Payments that a closer reported belong to the event of their form: nothing is to be looked for. Answers by form. */
export async function creditReports(tx: Tx, formIds: readonly string[]): Promise<ReadonlyMap<string, AttributionDecision>> {
  if (formIds.length === 0) return new Map()
  const forms = await tx.query<{ id: string; eventId: string }>(
    `select id, event_id as "eventId" from post_call_forms where organization_id = $1 and id = any($2::uuid[])`,
    [tx.organizationId, formIds],
  )
  const events = await loadEventsById(
    tx,
    forms.map(({ eventId }) => eventId),
  )
  return new Map(
    forms.map(({ id, eventId }) => {
      const event = events.get(eventId)
      if (!event) throw new Error(`The form ${id} has no event`)
      return [id, creditAsReported(event)]
    }),
  )
}

function creditAsReported({ eventId, leadId, leadName, closerId, setterId, sourceId, trafficTypeId }: CandidateEvent): AttributionDecision {
  return {
    method: 'reference',
    confidence: 'certain',
    leadId,
    eventId,
    closerId,
    setterId,
    sourceId,
    trafficTypeId,
    shares: [],
    summary: `Reported on the form of the call with ${leadName}.`,
    trail: [
      {
        rule: 'reference',
        result: 'found',
        question: 'Is a call named in the payment?',
        explanation: `Yes. It was reported on the form of the call with ${leadName}.`,
        candidates: [],
        confidenceReason: 'The closer reported it on the form of this very call.',
      },
    ],
  }
}
