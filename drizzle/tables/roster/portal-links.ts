import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'
import { closers } from './closers.ts'
import { setters } from './setters.ts'

/** A link with which one closer or one setter opens their portal without a password. Only the hash of its token is kept. */
export const portalLinks = pgTable(
  'portal_links',
  {
    ...tenantColumns(),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    /** SHA-256 of the token, hex. */
    tokenHash: text('token_hash').notNull(),
    lastFour: text('last_four').notNull(),
    /** Good for one opening; else for as many as are asked for until it ends. */
    singleUse: boolean('single_use').notNull().default(false),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    firstUsedAt: instant('first_used_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('portal_links_token').on(t.organizationId, t.tokenHash),
    foreignKey({ name: 'portal_links_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({
      name: 'portal_links_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    foreignKey({
      name: 'portal_links_setter',
      columns: [t.organizationId, t.setterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    index('portal_links_by_closer').on(t.organizationId, t.closerId),
    index('portal_links_by_setter').on(t.organizationId, t.setterId),
    index('portal_links_newest').on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id),
    must('portal_links_for_one_person', sql`(${t.closerId} is null) <> (${t.setterId} is null)`),
    ...adminOnly('portal_links', t.organizationId),
  ],
)

/** What a portal link was exchanged for at its opening: a session held by a cookie. It ends with its link. */
export const portalSessions = pgTable(
  'portal_sessions',
  {
    ...tenantColumns(),
    linkId: uuid('link_id').notNull(),
    /** SHA-256 of the cookie's token, hex. */
    tokenHash: text('token_hash').notNull(),
    address: text('address').notNull(),
    /** The browser's own description of itself, cut to 300 characters. */
    device: text('device').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('portal_sessions_token').on(t.organizationId, t.tokenHash),
    foreignKey({
      name: 'portal_sessions_link',
      columns: [t.organizationId, t.linkId],
      foreignColumns: [portalLinks.organizationId, portalLinks.id],
    }),
    index('portal_sessions_of_link').on(t.organizationId, t.linkId),
    ...adminOnly('portal_sessions', t.organizationId),
  ],
)
