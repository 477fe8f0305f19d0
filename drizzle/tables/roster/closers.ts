import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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

/** What booking tools know a closer by beside their own address: another address, or a name where the tool gives none. It stands for one closer only. */
export const closerNames = pgTable(
  'closer_names',
  {
    ...tenantColumns(),
    closerId: uuid('closer_id').notNull(),
    name: text('name').notNull(),
    /** The address in lower case, or the name with letter case, spacing and punctuation folded away. */
    nameKey: text('name_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('closer_names_key').on(t.organizationId, t.nameKey),
    foreignKey({
      name: 'closer_names_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    index('closer_names_by_closer').on(t.organizationId, t.closerId),
    ...sharedInTenant('closer_names', t.organizationId),
  ],
)
