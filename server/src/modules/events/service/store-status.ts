import type { Tx } from '../../../database/tx.ts'
import { decideCallStatus, type FormFacts } from './call-status.ts'
import type { CallStatus, EventOutcome } from './event-rows.ts'

interface StatusFacts {
  replaced: boolean
  canceled: boolean
  noShowMarked: boolean
  status: CallStatus
  outcome: EventOutcome | null
  hasForm: boolean
  callOccurred: boolean | null
  leadShowed: boolean | null
  offerMade: boolean | null
  dealClosed: boolean | null
  resolution: 'canceled' | 'rescheduled' | null
}

/** How an event stands now, and how it stood before. */
export interface StoredStatus {
  before: CallStatus
  status: CallStatus
  outcome: EventOutcome | null
}

/** Computes an event's status and outcome anew from all that is known of it, and stores them if they changed. */
export async function storeStatus(tx: Tx, eventId: string): Promise<StoredStatus> {
  const [facts] = await tx.query<StatusFacts>(
    `select e.replaced, e.canceled_at is not null as canceled, e.no_show_marked as "noShowMarked", e.status, e.outcome,
       f.id is not null as "hasForm", f.call_occurred as "callOccurred", f.lead_showed as "leadShowed", f.offer_made as "offerMade",
       f.deal_closed as "dealClosed", f.resolution
     from events e left join post_call_forms f on f.organization_id = e.organization_id and f.event_id = e.id
     where e.organization_id = $1 and e.id = $2`,
    [tx.organizationId, eventId],
  )
  if (!facts) throw new Error(`The event ${eventId} vanished inside its own transaction`)
  const next = decideCallStatus({
    form: formOf(facts),
    replaced: facts.replaced,
    canceled: facts.canceled,
    noShowMarked: facts.noShowMarked,
  })
  if (next.status !== facts.status || next.outcome !== facts.outcome) {
    await tx.query(`update events set status = $3, outcome = $4 where organization_id = $1 and id = $2`, [
      tx.organizationId,
      eventId,
      next.status,
      next.outcome,
    ])
  }
  return { before: facts.status, ...next }
}

const formOf = (facts: StatusFacts): FormFacts | null =>
  facts.hasForm
    ? {
        callOccurred: facts.callOccurred === true,
        leadShowed: facts.leadShowed === true,
        offerMade: facts.offerMade === true,
        dealClosed: facts.dealClosed === true,
        resolution: facts.resolution,
      }
    : null
