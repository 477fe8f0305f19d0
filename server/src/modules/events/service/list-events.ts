import { Conditions } from '../../../database/conditions.ts'
import { countList, type KeysetOrder, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { onKnownDay } from '../../availability/service/index.ts'
import { addFieldConditions, type FieldCondition } from '../../fields/service/index.ts'
import { byContact, byName, pageAsShown } from '../../organizations/service/index.ts'
import { type CallStatus, eventColumns, type EventOutcome, type EventRow, overdueCondition, withoutEventContacts } from './event-rows.ts'
import { isMoved } from './moved.ts'

export interface EventFilter {
  search?: string | undefined
  closerIds?: readonly string[] | undefined
  setterIds?: readonly string[] | undefined
  sourceIds?: readonly string[] | undefined
  trafficTypeIds?: readonly string[] | undefined
  callTypeIds?: readonly string[] | undefined
  leadIds?: readonly string[] | undefined
  /** Booked with one of these tools. */
  providers?: readonly string[] | undefined
  statuses?: readonly CallStatus[] | undefined
  outcomes?: readonly EventOutcome[] | undefined
  /** Half-open spans of instants. */
  scheduled?: { start: Date; end: Date } | undefined
  booked?: { start: Date; end: Date } | undefined
  overdue?: boolean | undefined
  /** Only the last call of each chain of reschedules: the rows that "booked calls" counts. */
  chainEnds?: boolean | undefined
  /** Only calls of closers’ days whose availability is known: the rows that "booked slots" counts. */
  fillsSlots?: boolean | undefined
  /** Only calls that were found to be copies; else those are left out. */
  copies?: boolean | undefined
  /** Only calls that are to come and whose closer has left. */
  ofLeftClosers?: boolean | undefined
  /** What is asked of the organization's own fields. */
  fields?: readonly FieldCondition[] | undefined
}

export interface EventOrder {
  field: 'scheduled_at' | 'booked_at' | 'lead_name'
  direction: 'asc' | 'desc'
}

/** A page of events, as far as the caller may see them. */
export const listEvents = (tx: Tx, filter: EventFilter, order: EventOrder, page: PageRequest): Promise<Page<EventRow>> =>
  pageAsShown(tx, readPage<EventRow>(tx, listOf(tx, filter), keysetOf(order), page), withoutEventContacts)

export const countEvents = (tx: Tx, filter: EventFilter): Promise<number> => countList(tx, listOf(tx, filter))

function listOf(tx: Tx, filter: EventFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId])
    .always('e.organization_id = $1')
    .anyId('e.closer_id', filter.closerIds, 'filter.closerIds')
    .anyId('e.setter_id', filter.setterIds, 'filter.setterIds')
    .anyId('e.source_id', filter.sourceIds, 'filter.sourceIds')
    .anyId('e.traffic_type_id', filter.trafficTypeIds, 'filter.trafficTypeIds')
    .anyId('e.call_type_id', filter.callTypeIds, 'filter.callTypeIds')
    .anyId('e.lead_id', filter.leadIds, 'filter.leadIds')
    .anyText('e.status', filter.statuses)
    .anyText('e.outcome', filter.outcomes)
    .within('e.scheduled_at', filter.scheduled)
    .within('e.booked_at', filter.booked)
  addFieldConditions(conditions, 'e.custom_fields', filter.fields)
  conditions.always(filter.copies === true ? 'e.duplicate_of_id is not null' : 'e.duplicate_of_id is null')
  if (filter.providers) conditions.add(filter.providers, bookedWith)
  if (filter.ofLeftClosers === true) conditions.always(leftBehind)
  if (filter.chainEnds === true) conditions.always(`not ${isMoved()}`)
  if (filter.fillsSlots === true) conditions.always(onKnownDay('(select o.time_zone from organizations o where o.id = $1)'))
  if (typeof filter.overdue === 'boolean') conditions.always(filter.overdue ? overdueCondition : `not ${overdueCondition}`)
  if (filter.search) {
    conditions.add(
      likePattern(filter.search),
      (p) =>
        `(${byName(tx, 'e.lead_name', p)} or ${byContact(tx, `e.lead_email ilike ${p}`)} or e.booking_ref ilike ${p} or e.id::text ilike ${p})`,
    )
  }
  return { select: eventColumns(tx), from: 'events e', where: conditions.where, parameters: conditions.parameters }
}

const bookedWith = (providers: string): string =>
  `e.connection_id = any(array(select c.id from connections c where c.organization_id = $1 and c.provider = any(${providers}::text[])))`

const leftBehind = `(e.status = 'scheduled' and e.scheduled_at > now() and e.closer_id in (
  select c.id from closers c where c.organization_id = $1 and c.deactivated_at is not null))`

function keysetOf({ field, direction }: EventOrder): KeysetOrder {
  if (field === 'lead_name') return { column: 'e.lead_name', id: 'e.id', type: 'text', direction }
  return { column: field === 'booked_at' ? 'e.booked_at' : 'e.scheduled_at', id: 'e.id', type: 'timestamptz', direction }
}
