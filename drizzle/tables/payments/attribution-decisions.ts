import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf, tenantColumns } from '../../columns.ts'
import { ownedByReps } from '../../policies.ts'
import { events } from '../events/events.ts'
import { leads } from '../leads/leads.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'
import { sources, trafficTypes } from '../roster/sources.ts'
import { attributionMethods, confidences, payments } from './payments.ts'

/** One share of a split, in whole percent. */
export interface DecidedShare {
  role: 'closer' | 'setter'
  /** The closer's or setter's id. */
  personId: string
  percent: number
}

/** To whom a payment was credited, and why: every decision ever made of it, by rule or by hand. Append-only. */
export const attributionDecisions = pgTable(
  'attribution_decisions',
  {
    ...tenantColumns(),
    paymentId: uuid('payment_id').notNull(),
    method: text('method', { enum: attributionMethods }).notNull(),
    locked: boolean('locked').notNull(),
    confidence: text('confidence', { enum: confidences }),
    /** Among whom it was split, the largest share first; empty where one closer and one setter have all of it. */
    shares: jsonb('shares').$type<readonly DecidedShare[]>().notNull().default([]),
    leadId: uuid('lead_id'),
    eventId: uuid('event_id'),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    sourceId: uuid('source_id'),
    trafficTypeId: uuid('traffic_type_id'),
    /** The decision in one sentence. */
    summary: text('summary').notNull(),
    /** The rules in order, what each looked at and found. */
    trail: jsonb('trail').$type<readonly Record<string, unknown>[]>().notNull(),
    /** Why a person decided so. */
    reason: text('reason'),
    decidedBy: text('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull(),
    /** Who may see it: whom it credits. Kept by a trigger. */
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'attribution_decisions_payment',
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      name: 'attribution_decisions_lead',
      columns: [t.organizationId, t.leadId],
      foreignColumns: [leads.organizationId, leads.id],
    }),
    foreignKey({
      name: 'attribution_decisions_event',
      columns: [t.organizationId, t.eventId],
      foreignColumns: [events.organizationId, events.id],
    }),
    foreignKey({
      name: 'attribution_decisions_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    foreignKey({
      name: 'attribution_decisions_setter',
      columns: [t.organizationId, t.setterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    foreignKey({
      name: 'attribution_decisions_source',
      columns: [t.organizationId, t.sourceId],
      foreignColumns: [sources.organizationId, sources.id],
    }),
    foreignKey({
      name: 'attribution_decisions_traffic_type',
      columns: [t.organizationId, t.trafficTypeId],
      foreignColumns: [trafficTypes.organizationId, trafficTypes.id],
    }),
    index('attribution_decisions_of_payment').on(t.organizationId, t.paymentId, t.decidedAt),
    index('attribution_decisions_of_lead').on(t.organizationId, t.leadId),
    index('attribution_decisions_of_event').on(t.organizationId, t.eventId),
    index('attribution_decisions_of_closer').on(t.organizationId, t.closerId),
    index('attribution_decisions_of_setter').on(t.organizationId, t.setterId),
    index('attribution_decisions_of_source').on(t.organizationId, t.sourceId),
    index('attribution_decisions_of_traffic_type').on(t.organizationId, t.trafficTypeId),
    oneOf('attribution_decisions_confidence_known', t.confidence, confidences),
    oneOf('attribution_decisions_method_known', t.method, attributionMethods),
    ...ownedByReps('attribution_decisions', t.organizationId, t.repIds),
  ],
)
