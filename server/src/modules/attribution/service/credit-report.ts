import type { Tx } from '../../../database/tx.ts'
import type { AttributionDecision } from './attribution-facts.ts'

interface ReportedEvent {
  eventId: string
  leadId: string
  leadName: string
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
}

/** A payment that a closer reported belongs to the event of its form: nothing is to be looked for. */
export async function creditReport(tx: Tx, formId: string): Promise<AttributionDecision> {
  const [event] = await tx.query<ReportedEvent>(
    `select e.id as "eventId", e.lead_id as "leadId", e.lead_name as "leadName", e.closer_id as "closerId", e.setter_id as "setterId",
       e.source_id as "sourceId", e.traffic_type_id as "trafficTypeId"
     from post_call_forms f join events e on e.organization_id = f.organization_id and e.id = f.event_id
     where f.organization_id = $1 and f.id = $2`,
    [tx.organizationId, formId],
  )
  if (!event) throw new Error(`The form ${formId} has no event`)
  const { leadName, ...credit } = event
  const summary = `Reported on the form of the call with ${leadName}.`
  return {
    method: 'reference',
    ...credit,
    summary,
    trail: [
      {
        rule: 'reference',
        result: 'found',
        question: 'Is a call named in the payment?',
        explanation: `Yes. It was reported on the form of the call with ${leadName}.`,
        candidates: [],
      },
    ],
  }
}
