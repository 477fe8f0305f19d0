import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { v7 as uuidv7 } from 'uuid'
import { instant, tenantColumns } from '../../columns.ts'
import { adminOnly, ownUserOnly, ownUserReads } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** An operator acting for a tenant, for a while and for a reason. The tenant's admins see it. Written by the platform's functions only. */
export const operatorSessions = pgTable(
  'operator_sessions',
  {
    ...tenantColumns(),
    userId: uuid('user_id').notNull(),
    operatorName: text('operator_name').notNull(),
    reason: text('reason').notNull(),
    startedAt: instant('started_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'operator_sessions_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('operator_sessions_of_user').on(t.organizationId, t.userId, t.expiresAt),
    ...adminOnly('operator_sessions', t.organizationId),
  ],
)

/** Everything that operators did, over all tenants, append-only. It outlives the organizations and users that it names. */
export const operatorActs = pgTable(
  'operator_acts',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => uuidv7()),
    at: instant('at').notNull().defaultNow(),
    userId: uuid('user_id').notNull(),
    operatorName: text('operator_name').notNull(),
    /** What was done: `act_for`, `suspend`, `extend_trial` and so on. */
    act: text('act').notNull(),
    /** The organization that it concerned, if any. The act belongs to the platform, not to that tenant. */
    concernedOrganizationId: uuid('concerned_organization_id'),
    /** Whom or what it was done to, in words that stay true when the row is gone. */
    subject: text('subject').notNull(),
    reason: text('reason').notNull(),
    requestId: text('request_id').notNull(),
    address: text('address').notNull(),
  },
  (t) => [index('operator_acts_newest').on(t.at.desc().nullsFirst(), t.id), ...ownUserReads('operator_acts', t.userId)],
)

/** An act that its operator named with a `clientMutationId`, and what it answered, so that a retry is answered the same. Kept 24 hours. */
export const operatorIdempotencyKeys = pgTable(
  'operator_idempotency_keys',
  {
    userId: uuid('user_id').notNull(),
    operation: text('operation').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the input, hex: the same key with another input is refused. */
    inputHash: text('input_hash').notNull(),
    result: jsonb('result').$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.operation, t.key] }), ...ownUserOnly('operator_idempotency_keys', t.userId)],
)
