import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { connections } from '../connections/connections.ts'
import { leads } from './leads.ts'

/** Whom a provider means by its own id of a contact, and what it said of where they came from. A contact is one lead. */
export const leadRefs = pgTable(
  'lead_refs',
  {
    ...tenantColumns(),
    connectionId: uuid('connection_id').notNull(),
    /** The provider's id of the contact. */
    ref: text('ref').notNull(),
    leadId: uuid('lead_id').notNull(),
    /** As the earliest message said that named one. */
    sourceName: text('source_name'),
    trafficTypeName: text('traffic_type_name'),
    /** When that was said, by the sender's clock. */
    saidAt: instant('said_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('lead_refs_ref').on(t.organizationId, t.connectionId, t.ref),
    foreignKey({ name: 'lead_refs_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    foreignKey({
      name: 'lead_refs_connection',
      columns: [t.organizationId, t.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }),
    index('lead_refs_by_lead').on(t.organizationId, t.leadId),
    ...adminOnly('lead_refs', t.organizationId),
  ],
)
