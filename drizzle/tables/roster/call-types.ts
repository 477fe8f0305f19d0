import { sql } from 'drizzle-orm'
import { foreignKey, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** A kind of event, learned from the booking tool's event types. */
export const callTypes = pgTable(
  'call_types',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    /** The booking tool's id of the event type, or `name:` and its name where it gives none. */
    providerRef: text('provider_ref').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('call_types_provider_ref').on(t.organizationId, t.providerRef),
    foreignKey({ name: 'call_types_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('call_types_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...sharedInTenant('call_types', t.organizationId),
  ],
)
