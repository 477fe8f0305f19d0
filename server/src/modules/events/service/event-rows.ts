import type { Tx } from '../../../database/tx.ts'
import { asShown, contactOf, saysContact, withoutContacts } from '../../organizations/service/index.ts'
import { hostsOfEvent } from './hosts-of-event.ts'

export type CallStatus = 'scheduled' | 'completed' | 'no_show' | 'canceled' | 'rescheduled'
export type EventOutcome = 'no_show' | 'no_offer' | 'offer_made' | 'closed' | 'canceled' | 'rescheduled'

/** An event as it is read for callers. Instants are PostgreSQL's text in UTC. */
export interface EventRow {
  id: string
  bookingRef: string
  leadId: string
  leadName: string
  leadEmail: string | null
  callTypeId: string | null
  closerId: string | null
  hostName: string | null
  hostEmail: string | null
  /** Everybody who hosts it, in the booking tool's order. */
  hosts: readonly { email: string | null; name: string | null }[]
  closerAssigned: boolean
  setterAssigned: boolean
  duplicateOfId: string | null
  setterId: string | null
  setterName: string | null
  sourceId: string | null
  sourceName: string | null
  trafficTypeId: string | null
  scheduledAt: string
  endsAt: string | null
  bookedAt: string
  status: CallStatus
  outcome: EventOutcome | null
  joinUrl: string | null
  answers: readonly { question: string; answer: string }[]
  rescheduledFromId: string | null
  replaced: boolean
  cancelReason: string | null
  canceledBy: string | null
  canceledAt: string | null
}

/** Overdue: the call is over, nobody filed its form, and it was neither canceled nor moved, nor found to be a copy. */
export const overdueCondition = `(coalesce(e.ends_at, e.scheduled_at) < now() and e.status not in ('canceled', 'rescheduled') and e.duplicate_of_id is null
  and not exists (select 1 from post_call_forms f where f.organization_id = e.organization_id and f.event_id = e.id))`

/** What is read of an event `e`, by whom is asking; `$1` is the organization. */
export const eventColumns = (
  tx: Tx,
): string => `e.id, e.booking_ref as "bookingRef", e.lead_id as "leadId", e.lead_name as "leadName", ${contactOf(tx, 'e.lead_email')} as "leadEmail",
  e.call_type_id as "callTypeId", e.closer_id as "closerId", e.host_name as "hostName", e.host_email as "hostEmail", ${hostsOfEvent} as hosts,
  e.closer_assigned as "closerAssigned", e.setter_assigned as "setterAssigned", e.duplicate_of_id as "duplicateOfId", e.setter_id as "setterId",
  e.setter_name as "setterName", e.source_id as "sourceId", e.source_name as "sourceName", e.traffic_type_id as "trafficTypeId",
  e.scheduled_at as "scheduledAt", e.ends_at as "endsAt", e.booked_at as "bookedAt", e.status, e.outcome, e.join_url as "joinUrl",
  e.answers, e.rescheduled_from_id as "rescheduledFromId", e.replaced, e.cancel_reason as "cancelReason", e.canceled_by as "canceledBy",
  e.canceled_at as "canceledAt"`

/** An event as it is told to whoever is not shown how to reach leads. */
export const withoutEventContacts = (row: EventRow): EventRow => ({
  ...row,
  leadName: withoutContacts(row.leadName),
  setterName: withoutContacts(row.setterName),
  sourceName: withoutContacts(row.sourceName),
  canceledBy: withoutContacts(row.canceledBy),
  cancelReason: withoutContacts(row.cancelReason),
  answers: row.answers.filter(({ question, answer }) => !saysContact(question) && !saysContact(answer)),
})

/** Reads events as the caller is shown them; `rest` is what follows `from events e`. */
const readEvents = (tx: Tx, rest: string, ids: readonly string[]): Promise<EventRow[]> =>
  asShown(tx, tx.query<EventRow>(`select ${eventColumns(tx)} from events e ${rest}`, [tx.organizationId, ids]), withoutEventContacts)

/** Events by id, as far as the caller may see them. */
export async function loadEvents(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, EventRow>> {
  const rows = await readEvents(tx, 'where e.organization_id = $1 and e.id = any($2::uuid[])', ids)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The events that the given ones were moved to, by the id of the one that was moved. */
export async function loadSuccessors(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, EventRow>> {
  const rows = await readEvents(
    tx,
    'where e.organization_id = $1 and e.rescheduled_from_id = any($2::uuid[]) order by e.booked_at, e.id',
    ids,
  )
  return new Map(rows.map((row) => [row.rescheduledFromId ?? '', row]))
}

/** Which of the given events are overdue. */
export async function loadOverdue(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx.query<{ id: string }>(
    `select e.id from events e where e.organization_id = $1 and e.id = any($2::uuid[]) and ${overdueCondition}`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, true]))
}

/** The copies of each of the given events, by the id of what they are copies of. */
export async function loadCopies(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, EventRow[]>> {
  const rows = await readEvents(tx, 'where e.organization_id = $1 and e.duplicate_of_id = any($2::uuid[]) order by e.booked_at, e.id', ids)
  const copies = new Map<string, EventRow[]>()
  for (const row of rows) copies.set(row.duplicateOfId ?? '', [...(copies.get(row.duplicateOfId ?? '') ?? []), row])
  return copies
}
