import { foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { instant, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { organizations } from './organizations.ts'

/** A key with which a program acts for one organization, within its scopes. Only the hash is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    /** SHA-256 of the whole key, hex. */
    keyHash: text('key_hash').notNull(),
    lastFour: text('last_four').notNull(),
    scopes: text('scopes').array().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('api_keys_hash').on(t.organizationId, t.keyHash),
    foreignKey({ name: 'api_keys_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('api_keys_newest').on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id),
    ...adminOnly('api_keys', t.organizationId),
  ],
)
