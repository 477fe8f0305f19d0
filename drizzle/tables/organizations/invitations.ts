import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'
import { memberRoles } from './members.ts'
import { organizations } from './organizations.ts'

/** An invitation to join, by e-mail address. Single use; only the hash of its token is kept. */
export const invitations = pgTable(
  'invitations',
  {
    ...tenantColumns(),
    email: text('email').notNull(),
    role: text('role', { enum: memberRoles }).notNull(),
    /** The closer or setter whom the new member will be. */
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    /** SHA-256 of the token, hex. */
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('invitations_token').on(t.organizationId, t.tokenHash),
    foreignKey({ name: 'invitations_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({
      name: 'invitations_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    foreignKey({
      name: 'invitations_setter',
      columns: [t.organizationId, t.setterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    index('invitations_by_making').on(t.organizationId, t.createdAt, t.id),
    index('invitations_by_closer').on(t.organizationId, t.closerId),
    index('invitations_by_setter').on(t.organizationId, t.setterId),
    oneOf('invitations_role_known', t.role, memberRoles),
    must('invitations_not_as_owner', sql`${t.role} <> 'owner'`),
    ...adminOnly('invitations', t.organizationId),
  ],
)
