import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { eventOutcomes } from '../events/events.ts'
import { organizations } from '../organizations/organizations.ts'
import { optionColors } from './option-colors.ts'

/** What an organization calls the ways in which its calls end. */
export const callOutcomes = pgTable(
  'call_outcomes',
  {
    ...tenantColumns(),
    label: text('label').notNull(),
    color: text('color', { enum: optionColors }).notNull(),
    /** Which of the outcomes that figures know it is. Stands as soon as a form names it. */
    outcome: text('outcome', { enum: eventOutcomes }).notNull(),
    /** From 0; ties, which a return from retirement may bring, are broken by id. */
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Since when it is offered no more; forms that name it keep it. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('call_outcomes_label')
      .on(t.organizationId, sql`lower(${t.label})`)
      .where(sql`${t.retiredAt} is null`),
    index('call_outcomes_in_order').on(t.organizationId, t.position),
    foreignKey({ name: 'call_outcomes_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('call_outcomes_label_not_blank', sql`btrim(${t.label}) <> ''`),
    oneOf('call_outcomes_color_known', t.color, optionColors),
    oneOf('call_outcomes_outcome_known', t.outcome, eventOutcomes),
    ...sharedInTenant('call_outcomes', t.organizationId),
  ],
)
