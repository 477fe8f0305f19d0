import { jsonb, pgTable, primaryKey, text, uuid, index } from 'drizzle-orm/pg-core'
import { instant } from '../../columns.ts'
import { sharedInTenantByAnyone } from '../../policies.ts'

/** A mutation that a caller named with a `clientMutationId`, and what it answered, so that a retry is answered the same. Kept 24 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organizationId: uuid('organization_id').notNull(),
    actor: text('actor').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    /** A keyed hash of the input, since that may hold secrets, after the version of its key: the same key with another input is refused. */
    inputHash: text('input_hash').notNull(),
    result: jsonb('result').$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.actor, t.operation, t.key] }),
    index('idempotency_keys_by_age').on(t.createdAt),
    ...sharedInTenantByAnyone('idempotency_keys', t.organizationId),
  ],
)
