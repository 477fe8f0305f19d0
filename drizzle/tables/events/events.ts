import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { ownedByReps } from '../../policies.ts'
import { connections } from '../connections/connections.ts'
import { customFieldsAreAnObject, customFieldsColumn, hasCustomFields } from '../fields/values-column.ts'
import { leads } from '../leads/leads.ts'
import { callTypes } from '../roster/call-types.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'
import { sources, trafficTypes } from '../roster/sources.ts'

export const callStatuses = ['scheduled', 'completed', 'no_show', 'canceled', 'rescheduled'] as const
export const eventOutcomes = ['no_show', 'no_offer', 'offer_made', 'closed', 'canceled', 'rescheduled'] as const

/**
 * One scheduled sales call. The facts (replaced, canceled, no-show mark, form) are kept side by side; status and outcome are
 * computed from them, so that messages may come in any order.
 */
export const events = pgTable(
  'events',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id'),
    /** The provider's invitee id. */
    bookingRef: text('booking_ref').notNull(),
    /** What remains of that without what stands before the tool's own id: an address up to its last part, or a system's connection. */
    ownRef: text('own_ref').generatedAlwaysAs(sql`regexp_replace(booking_ref, '^(.*/|custom:[^:]+:)', '')`),
    leadId: uuid('lead_id').notNull(),
    /** As on the booking. */
    leadName: text('lead_name').notNull(),
    leadEmail: text('lead_email'),
    callTypeId: uuid('call_type_id'),
    closerId: uuid('closer_id'),
    hostEmail: text('host_email'),
    hostName: text('host_name'),
    /** Everybody who hosts it, in the booking tool's order; the first closer among them takes the call. */
    hosts: jsonb('hosts').$type<readonly { email: string | null; name: string | null }[]>().notNull().default([]),
    /** Who takes it was said by a person: later messages leave that alone. */
    closerAssigned: boolean('closer_assigned').notNull().default(false),
    setterAssigned: boolean('setter_assigned').notNull().default(false),
    setterId: uuid('setter_id'),
    /** The setter as the booking names them, also where that name matches nobody. */
    setterName: text('setter_name'),
    setterKey: text('setter_key'),
    sourceId: uuid('source_id'),
    sourceName: text('source_name'),
    trafficTypeId: uuid('traffic_type_id'),
    /** The traffic type as the booking names it, also where that name matches none. */
    trafficTypeName: text('traffic_type_name'),
    /** The parameters of the link that this very booking came by, whatever the chain has; null where they were not kept yet. */
    tracking: jsonb('tracking').$type<Readonly<Record<'source' | 'medium' | 'campaign' | 'content' | 'term', string | null>>>(),
    scheduledAt: instant('scheduled_at').notNull(),
    endsAt: instant('ends_at'),
    bookedAt: instant('booked_at').notNull(),
    status: text('status', { enum: callStatuses }).notNull(),
    outcome: text('outcome', { enum: eventOutcomes }),
    joinUrl: text('join_url'),
    answers: jsonb('answers').$type<readonly { question: string; answer: string }[]>().notNull(),
    /** The booking that this one replaces, as the provider names it; its event may not be known yet. */
    replacesRef: text('replaces_ref'),
    /** The booking that replaces this one, as the provider names it here; its event may not be known yet. */
    replacedByRef: text('replaced_by_ref'),
    rescheduledFromId: uuid('rescheduled_from_id'),
    /** Moved to another time: its successor stands for it wherever calls are counted. */
    replaced: boolean('replaced').notNull().default(false),
    /** The event that this one was found by a person to be a copy of: it counts nowhere. */
    duplicateOfId: uuid('duplicate_of_id'),
    canceledAt: instant('canceled_at'),
    canceledBy: text('canceled_by'),
    canceledByKind: text('canceled_by_kind', { enum: ['host', 'invitee'] }),
    cancelReason: text('cancel_reason'),
    noShowMarked: boolean('no_show_marked').notNull().default(false),
    /** When the provider last set or took back the no-show mark, by its clock. */
    noShowChangedAt: instant('no_show_changed_at'),
    customFields: customFieldsColumn(),
    createdAt: instant('created_at').notNull().defaultNow(),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`array_remove(array[closer_id, setter_id], null)`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('events_booking').on(t.organizationId, t.bookingRef),
    index('events_by_own_ref').on(t.organizationId, t.ownRef),
    foreignKey({ name: 'events_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    foreignKey({
      name: 'events_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    foreignKey({
      name: 'events_call_type',
      columns: [t.organizationId, t.callTypeId],
      foreignColumns: [callTypes.organizationId, callTypes.id],
    }),
    foreignKey({ name: 'events_closer', columns: [t.organizationId, t.closerId], foreignColumns: [closers.organizationId, closers.id] }),
    foreignKey({ name: 'events_setter', columns: [t.organizationId, t.setterId], foreignColumns: [setters.organizationId, setters.id] }),
    foreignKey({ name: 'events_source', columns: [t.organizationId, t.sourceId], foreignColumns: [sources.organizationId, sources.id] }),
    foreignKey({
      name: 'events_traffic_type',
      columns: [t.organizationId, t.trafficTypeId],
      foreignColumns: [trafficTypes.organizationId, trafficTypes.id],
    }),
    foreignKey({
      name: 'events_rescheduled_from',
      columns: [t.organizationId, t.rescheduledFromId],
      foreignColumns: [t.organizationId, t.id],
    }),
    foreignKey({ name: 'events_duplicate_of', columns: [t.organizationId, t.duplicateOfId], foreignColumns: [t.organizationId, t.id] }),
    index('events_duplicate_of').on(t.organizationId, t.duplicateOfId),
    must('events_not_its_own_copy', sql`${t.duplicateOfId} is null or ${t.duplicateOfId} <> ${t.id}`),
    index('events_by_scheduled').on(t.organizationId, t.scheduledAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('events_by_booked').on(t.organizationId, t.bookedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('events_by_lead_name').on(t.organizationId, t.leadName, t.id),
    index('events_of_closer').on(t.organizationId, t.closerId, t.scheduledAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('events_of_setter').on(t.organizationId, t.setterId, t.scheduledAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('events_of_lead').on(t.organizationId, t.leadId, t.scheduledAt.desc().nullsFirst()),
    index('events_of_source').on(t.organizationId, t.sourceId, t.scheduledAt.desc().nullsFirst()),
    index('events_of_traffic_type').on(t.organizationId, t.trafficTypeId),
    index('events_of_call_type').on(t.organizationId, t.callTypeId),
    index('events_of_connection').on(t.organizationId, t.connectionId, t.bookedAt.desc().nullsFirst()),
    index('events_by_lead_email').on(t.organizationId, t.leadEmail, t.scheduledAt.desc().nullsFirst()),
    index('events_in_status').on(t.organizationId, t.status, t.scheduledAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('events_rescheduled_from').on(t.organizationId, t.rescheduledFromId),
    index('events_waiting_for_predecessor')
      .on(t.organizationId, t.replacesRef)
      .where(sql`${t.rescheduledFromId} is null and ${t.replacesRef} is not null`),
    index('events_naming_their_successor')
      .on(t.organizationId, t.replacedByRef)
      .where(sql`${t.replacedByRef} is not null`),
    index('events_unresolved_setter')
      .on(t.organizationId, t.setterKey)
      .where(sql`${t.setterId} is null and ${t.setterKey} is not null`),
    index('events_with_custom_fields')
      .on(t.organizationId, t.scheduledAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(hasCustomFields(t.customFields)),
    customFieldsAreAnObject('events', t.customFields),
    oneOf('events_status_known', t.status, callStatuses),
    oneOf('events_outcome_known', t.outcome, eventOutcomes),
    must('events_ends_after_start', sql`${t.endsAt} is null or ${t.endsAt} >= ${t.scheduledAt}`),
    must('events_not_its_own_predecessor', sql`${t.rescheduledFromId} is null or ${t.rescheduledFromId} <> ${t.id}`),
    ...ownedByReps('events', t.organizationId, t.repIds),
  ],
)
