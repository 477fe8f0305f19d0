import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** `custom` is whoever signs what Clinch documents for anybody else. */
export const providers = ['calendly', 'acuity', 'stripe', 'whop', 'manychat', 'custom'] as const
export type Provider = (typeof providers)[number]
export const connectionStates = ['active', 'disabled'] as const

/** Where a booking names its setter and source; tried in order, the first that says something wins. */
export interface FieldMapping {
  setterFrom: readonly FieldSource[]
  sourceFrom: readonly FieldSource[]
  trafficTypeFrom: readonly FieldSource[]
}

/** A UTM parameter (without an optional prefix in its value), or the answer to a booking question. */
export type FieldSource =
  | { kind: 'utm'; parameter: 'source' | 'medium' | 'campaign' | 'content' | 'term'; prefix?: string | undefined }
  | { kind: 'question'; question: string }

/** One organization's link to one provider. It may have several of one provider. */
export const connections = pgTable(
  'connections',
  {
    ...tenantColumns(),
    provider: text('provider', { enum: providers }).notNull(),
    name: text('name').notNull(),
    state: text('state', { enum: connectionStates }).notNull().default('active'),
    mapping: jsonb('mapping').$type<FieldMapping>().notNull(),
    /** The provider's account that its key belongs to, where the key alone does not say it (Acuity: the user id). */
    account: text('account'),
    /** Whether Clinch keeps its webhook registered at the provider by itself, while the connection is switched on. */
    registersWebhook: boolean('registers_webhook').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'connections_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    // A webhook's address names the connection alone: its tenant is found by this index, inside one guarded function.
    index('connections_by_id').on(t.id),
    // What the daily look at every registered webhook reads, over all tenants.
    index('connections_that_register')
      .on(t.id)
      .where(sql`${t.registersWebhook}`),
    oneOf('connections_provider_known', t.provider, providers),
    oneOf('connections_state_known', t.state, connectionStates),
    must('connections_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...adminOnly('connections', t.organizationId),
  ],
)

export const secretFields = ['webhook_secret', 'api_key'] as const

/** A sealed credential of a connection. Never returned: only its last four characters and its age are shown. */
export const connectionSecrets = pgTable(
  'connection_secrets',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    field: text('field', { enum: secretFields }).notNull(),
    sealed: text('sealed'),
    /** As it was imported from another system, in the clear; sealed at its first use. */
    plain: text('plain'),
    lastFour: text('last_four').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** A secret that was replaced stays valid until then. */
    validUntil: instant('valid_until'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'connection_secrets_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    index('connection_secrets_by_connection').on(t.organizationId, t.connectionId, t.field),
    oneOf('connection_secrets_field_known', t.field, secretFields),
    must('connection_secrets_sealed_form', sql`${t.sealed} like 'v1.%'`),
    must('connection_secrets_sealed_or_plain', sql`(${t.sealed} is null) <> (${t.plain} is null)`),
    index('connection_secrets_left_in_the_clear')
      .on(t.organizationId)
      .where(sql`${t.plain} is not null`),
    ...adminOnly('connection_secrets', t.organizationId),
  ],
)
