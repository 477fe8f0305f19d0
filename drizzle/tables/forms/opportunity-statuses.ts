import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'
import { optionColors } from './option-colors.ts'

/** Where an organization says that a deal stands after a call. */
export const opportunityStatuses = pgTable(
  'opportunity_statuses',
  {
    ...tenantColumns(),
    label: text('label').notNull(),
    color: text('color', { enum: optionColors }).notNull(),
    /** From 0; ties, which a return from retirement may bring, are broken by id. */
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Since when it is offered no more; forms that name it keep it. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('opportunity_statuses_label')
      .on(t.organizationId, sql`lower(${t.label})`)
      .where(sql`${t.retiredAt} is null`),
    index('opportunity_statuses_in_order').on(t.organizationId, t.position),
    foreignKey({ name: 'opportunity_statuses_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('opportunity_statuses_label_not_blank', sql`btrim(${t.label}) <> ''`),
    oneOf('opportunity_statuses_color_known', t.color, optionColors),
    ...sharedInTenant('opportunity_statuses', t.organizationId),
  ],
)
