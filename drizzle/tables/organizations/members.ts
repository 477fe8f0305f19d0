import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf, tenantColumns } from '../../columns.ts'
import { sharedAndOwnUser } from '../../policies.ts'
import { organizations } from './organizations.ts'

export const memberRoles = ['owner', 'admin', 'sales_rep'] as const

/** A user's membership of an organization. The name and e-mail are the user's at the time of joining. */
export const organizationMembers = pgTable(
  'organization_members',
  {
    ...tenantColumns(),
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: memberRoles }).notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('organization_members_one_per_user').on(t.organizationId, t.userId),
    foreignKey({ name: 'organization_members_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    uniqueIndex('organization_members_one_owner')
      .on(t.organizationId)
      .where(sql`${t.role} = 'owner'`),
    index('organization_members_by_joining').on(t.organizationId, t.createdAt, t.id),
    index('organization_members_by_user').on(t.userId),
    oneOf('organization_members_role_known', t.role, memberRoles),
    ...sharedAndOwnUser('organization_members', t.organizationId, t.userId),
  ],
)
