import type { Tx } from '../../../database/tx.ts'
import type { MatchedReport } from './attribution-facts.ts'
import { loadEventsById } from './candidate-events.ts'

/** With which reported cash a person matched each of these payments. What the rule matched says nothing: it goes by who paid. */
export async function loadMatchedReports(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, MatchedReport>> {
  const rows = await tx.query<{ paymentId: string; reportId: string; eventId: string; reportedBy: string }>(
    `select r.matched_payment_id as "paymentId", r.id as "reportId", f.event_id as "eventId", f.submitted_by_name as "reportedBy"
     from payments r join post_call_forms f on f.organization_id = r.organization_id and f.id = r.form_id
     where r.organization_id = $1 and r.matched_payment_id = any($2::uuid[]) and r.reconciliation = 'matched'`,
    [tx.organizationId, paymentIds],
  )
  const events = await loadEventsById(
    tx,
    rows.map(({ eventId }) => eventId),
  )
  return new Map(
    rows.flatMap(({ paymentId, reportId, eventId, reportedBy }) => {
      const event = events.get(eventId)
      return event ? [[paymentId, { reportId, event, reportedBy }] as const] : []
    }),
  )
}
