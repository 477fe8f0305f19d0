import type { Tx } from '../../../database/tx.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { decideCallStatus, type FormFacts } from './call-status.ts'
import type { CallStatus, EventOutcome } from './event-rows.ts'

interface StatusFacts {
  replaced: boolean
  canceledAt: string | null
  noShowMarked: boolean
  noShowChangedAt: string | null
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
    `select e.replaced, e.canceled_at as "canceledAt", e.no_show_marked as "noShowMarked", e.no_show_changed_at as "noShowChangedAt",
       e.status, e.outcome,
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
    canceledAt: instantOf(facts.canceledAt),
    noShow: { marked: facts.noShowMarked, changedAt: instantOf(facts.noShowChangedAt) },
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

const instantOf = (text: string | null): Date | null => (text === null ? null : dateFromPostgres(text))

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
