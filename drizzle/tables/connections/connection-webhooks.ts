import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections, connectionSecrets } from './connections.ts'

/**
 * Why a provider does not take the webhook, or does not let go of it, until a person acts. `address_unreachable`: it cannot reach this
 * server; `address_taken`: another subscription has the address, and the key may not touch it; `not_allowed`: the plan or the rights of
 * the key are too low; `no_key` and `key_refused`: there is nothing to ask with; `refused`: whatever else it refuses.
 */
export const webhookProblems = ['address_unreachable', 'address_taken', 'not_allowed', 'no_key', 'key_refused', 'refused'] as const

/** Whose events a subscription tells: everybody's, or those of the key's owner alone. */
export const webhookScopes = ['organization', 'user'] as const

/**
 * The webhook that Clinch registers for a connection, as it stands at the provider. Whether there is to be one is the connection's own
 * `registers_webhook`. One row a connection, once it was asked for.
 */
export const connectionWebhooks = pgTable(
  'connection_webhooks',
  {
    organizationId: uuid('organization_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    /** What the provider is to sign with. */
    secretId: uuid('secret_id').notNull(),
    /** Whether what the provider has signs with another secret, and is to be replaced. */
    replaceWanted: boolean('replace_wanted').notNull().default(false),
    /** How the provider names the subscription, where it sends to, and of what; null while there is none that is known. */
    subscriptionRef: text('subscription_ref'),
    subscriptionUrl: text('subscription_url'),
    scope: text('scope', { enum: webhookScopes }),
    /** Whose key it was made with, by name. */
    ownerName: text('owner_name'),
    registeredAt: instant('registered_at'),
    /** When the provider was last asked for it, and had it. */
    checkedAt: instant('checked_at'),
    /** Since when the provider is asked to make one whose answer never came: there may be one that nobody knows of. */
    attemptedAt: instant('attempted_at'),
    problem: text('problem', { enum: webhookProblems }),
    /** How often in a row the provider could not be asked, and why. */
    waits: integer('waits').notNull().default(0),
    waitsFor: text('waits_for'),
    /** Since when deliveries fail and are tried again, and since when the provider has given up, as it says itself. */
    failingSince: instant('failing_since'),
    disabledSince: instant('disabled_since'),
    /** Since when events may have been missed, and when it was begun to ask for them. */
    missedSince: instant('missed_since'),
    healedAt: instant('healed_at'),
    /** Whoever settles it at this moment: another one waits for the end of it. */
    leaseToken: uuid('lease_token'),
    leasedBy: text('leased_by'),
    leasedUntil: instant('leased_until'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.connectionId] }),
    foreignKey({
      name: 'connection_webhooks_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    foreignKey({
      name: 'connection_webhooks_secret',
      columns: [t.organizationId, t.secretId],
      foreignColumns: [connectionSecrets.organizationId, connectionSecrets.id],
    }),
    index('connection_webhooks_by_secret').on(t.organizationId, t.secretId),
    oneOf('connection_webhooks_problem_known', t.problem, webhookProblems),
    oneOf('connection_webhooks_scope_known', t.scope, webhookScopes),
    must('connection_webhooks_waits_not_negative', sql`${t.waits} >= 0`),
    must(
      'connection_webhooks_subscription_whole',
      sql`num_nulls(${t.subscriptionRef}, ${t.subscriptionUrl}, ${t.scope}, ${t.registeredAt}) in (0, 4)`,
    ),
    must('connection_webhooks_lease_whole', sql`num_nulls(${t.leaseToken}, ${t.leasedBy}, ${t.leasedUntil}) in (0, 3)`),
    must('connection_webhooks_healed_what_was_missed', sql`${t.healedAt} is null or ${t.missedSince} is not null`),
    ...adminOnly('connection_webhooks', t.organizationId),
  ],
)
