import { sql } from 'drizzle-orm'
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** What an organization's post-call form asks, version after version. Append-only: the newest is in force, and old forms keep theirs. */
export const formVersions = pgTable(
  'form_versions',
  {
    ...tenantColumns(),
    /** From 1, without a gap. */
    number: integer('number').notNull(),
    /** Its questions and fields, as they were judged when it was saved. */
    definition: jsonb('definition').$type<Record<string, unknown>>().notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: instant('made_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('form_versions_number').on(t.organizationId, t.number),
    foreignKey({ name: 'form_versions_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('form_versions_number_from_one', sql`${t.number} > 0`),
    ...sharedInTenant('form_versions', t.organizationId),
  ],
)
