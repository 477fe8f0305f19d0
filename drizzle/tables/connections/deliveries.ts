import { sql } from 'drizzle-orm'
import { customType, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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
    /** The raw bytes, exactly as signed. */
    body: bytes('body'),
    /** What it did, in words. */
    result: text('result'),
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
    oneOf('deliveries_state_known', t.state, deliveryStates),
    must('deliveries_refused_keeps_no_body', sql`(${t.state} = 'refused') = (${t.body} is null)`),
    ...adminOnly('deliveries', t.organizationId),
  ],
)
