import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** Somebody on the roster who takes sales calls. */
export const closers = pgTable(
  'closers',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    /** Normalised. A booking's host is matched to a closer by it. */
    email: text('email'),
    userId: uuid('user_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Set when they left: their calls stay theirs, and new bookings are not credited to them. */
    deactivatedAt: instant('deactivated_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'closers_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    uniqueIndex('closers_email')
      .on(t.organizationId, t.email)
      .where(sql`${t.email} is not null`),
    uniqueIndex('closers_user')
      .on(t.organizationId, t.userId)
      .where(sql`${t.userId} is not null`),
    index('closers_by_name').on(t.organizationId, t.name, t.id),
    must('closers_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...sharedInTenant('closers', t.organizationId),
  ],
)
