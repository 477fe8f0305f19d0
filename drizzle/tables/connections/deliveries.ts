import { sql } from 'drizzle-orm'
import { customType, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from './connections.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * What became of a delivery. `received` waits for its job; `processed` acted; `ignored` needed no act; `failed` will be tried
 * again; `parked` was tried too often and waits for a person; `refused` was not let in (its body is not kept); `held` arrived while
 * its organization was not active, and is processed when it is again.
 */
export const deliveryStates = ['received', 'processed', 'ignored', 'failed', 'parked', 'refused', 'held'] as const

/** A record that a delivery made or changed. */
export interface TouchedRecord {
  kind: 'event' | 'lead' | 'payment'
  id: string
}

/** One webhook request as it arrived, and what became of it. */
export const deliveries = pgTable(
  'deliveries',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    /** What makes a repeated request the same delivery; none for a refused one. */
    dedupeKey: text('dedupe_key'),
    kind: text('kind').notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    /** The HTTP status that the sender was answered. */
    answer: integer('answer').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    attempts: integer('attempts').notNull().default(0),
    /** How many times more the same delivery was sent after the first. */
    repeats: integer('repeats').notNull().default(0),
    /** As it was signed, but for values that Clinch has no use for and that are secret or personal: those are masked before it is stored. */
    body: bytes('body'),
    /** When its body was removed, because it was older than the organization keeps bodies. */
    bodyRemovedAt: instant('body_removed_at'),
    /** What it did, in words. */
    result: text('result'),
    /** The records that it made or changed, in the order in which it did. */
    touched: jsonb('touched').$type<readonly TouchedRecord[]>().notNull().default([]),
    /** Why it failed, in words that hold no secret and no card data. */
    error: text('error'),
    remoteAddress: text('remote_address'),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'deliveries_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    uniqueIndex('deliveries_once')
      .on(t.organizationId, t.connectionId, t.dedupeKey)
      .where(sql`${t.dedupeKey} is not null`),
    index('deliveries_newest').on(t.organizationId, t.receivedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('deliveries_newest_of_connection').on(
      t.organizationId,
      t.connectionId,
      t.receivedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index('deliveries_newest_in_state').on(t.organizationId, t.state, t.receivedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // What the removal of old bodies looks for. A row enters it when it is done with, so storing one costs nothing.
    index('deliveries_done_with_body')
      .on(t.organizationId, t.receivedAt)
      .where(sql`${t.body} is not null and ${t.state} in ('processed', 'ignored')`),
    oneOf('deliveries_state_known', t.state, deliveryStates),
    must('deliveries_keep_their_body', sql`(${t.state} = 'refused' or ${t.bodyRemovedAt} is not null) = (${t.body} is null)`),
    ...adminOnly('deliveries', t.organizationId),
  ],
)
