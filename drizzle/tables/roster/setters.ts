import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** Somebody on the roster who books calls. */
export const setters = pgTable(
  'setters',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    email: text('email'),
    userId: uuid('user_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    deactivatedAt: instant('deactivated_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'setters_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    uniqueIndex('setters_email')
      .on(t.organizationId, t.email)
      .where(sql`${t.email} is not null`),
    uniqueIndex('setters_user')
      .on(t.organizationId, t.userId)
      .where(sql`${t.userId} is not null`),
    index('setters_by_name').on(t.organizationId, t.name, t.id),
    must('setters_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...sharedInTenant('setters', t.organizationId),
  ],
)

/** The names under which bookings know a setter: their own and their aliases. A name stands for one setter only. */
export const setterNames = pgTable(
  'setter_names',
  {
    ...tenantColumns(),
    setterId: uuid('setter_id').notNull(),
    name: text('name').notNull(),
    /** The name with letter case, spacing and punctuation folded away. */
    nameKey: text('name_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('setter_names_key').on(t.organizationId, t.nameKey),
    foreignKey({
      name: 'setter_names_setter',
      columns: [t.organizationId, t.setterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    index('setter_names_by_setter').on(t.organizationId, t.setterId),
    ...sharedInTenant('setter_names', t.organizationId),
  ],
)
