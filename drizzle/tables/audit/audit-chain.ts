import { bigint, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { auditLog } from './audit-log.ts'

/**
 * The audit log's rows in the order of their commits, each with a hash over itself and the one before, so that a row that was
 * changed, taken out, put in or moved shows. Written by trigger as the last thing before a commit.
 */
export const auditChain = pgTable(
  'audit_chain',
  {
    organizationId: uuid('organization_id').notNull(),
    /** 1, 2, 3 … within the organization, without gaps. */
    position: bigint('position', { mode: 'bigint' }).notNull(),
    auditId: uuid('audit_id').notNull(),
    /** SHA-256, hex, over the hash before and the audited row. */
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.position] }),
    unique('audit_chain_each_row_once').on(t.organizationId, t.auditId),
    foreignKey({
      name: 'audit_chain_row',
      columns: [t.organizationId, t.auditId],
      foreignColumns: [auditLog.organizationId, auditLog.id],
    }),
    ...adminOnly('audit_chain', t.organizationId),
  ],
)

/** Where each organization's chain ends now. */
export const auditHeads = pgTable(
  'audit_heads',
  {
    organizationId: uuid('organization_id').primaryKey(),
    position: bigint('position', { mode: 'bigint' }).notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [...adminOnly('audit_heads', t.organizationId)],
)

/** Heads signed with a key that the database does not hold: who rewrites the whole chain cannot sign it again. Append-only. */
export const auditSignatures = pgTable(
  'audit_signatures',
  {
    organizationId: uuid('organization_id').notNull(),
    position: bigint('position', { mode: 'bigint' }).notNull(),
    hash: text('hash').notNull(),
    signedAt: instant('signed_at').notNull().defaultNow(),
    /** Which master key the signing key was derived from. */
    keyVersion: integer('key_version').notNull(),
    /** HMAC-SHA-256, hex, over the organization, the position and the hash. */
    signature: text('signature').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.position, t.keyVersion] }), ...adminOnly('audit_signatures', t.organizationId)],
)
