import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf } from '../../columns.ts'
import { ownUserReads } from '../../policies.ts'

export const platformRoles = ['super_admin'] as const

/** Roles of users over the whole platform, apart from any organization. Given by operators in the database, never through the API. */
export const userRoles = pgTable(
  'user_roles',
  {
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: platformRoles }).notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.role] }),
    oneOf('user_roles_role_known', t.role, platformRoles),
    ...ownUserReads('user_roles', t.userId),
  ],
)
