import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** What kind of traffic a lead is: paid, organic, cold, warm … */
export const trafficTypes = pgTable(
  'traffic_types',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('traffic_types_name').on(t.organizationId, t.nameKey),
    foreignKey({ name: 'traffic_types_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('traffic_types_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...sharedInTenant('traffic_types', t.organizationId),
  ],
)

/** Where leads come from: YouTube, a referral … */
export const sources = pgTable(
  'sources',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    /** What a lead of this source is, unless its booking says otherwise. */
    trafficTypeId: uuid('traffic_type_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'sources_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({
      name: 'sources_traffic_type',
      columns: [t.organizationId, t.trafficTypeId],
      foreignColumns: [trafficTypes.organizationId, trafficTypes.id],
    }),
    index('sources_by_traffic_type').on(t.organizationId, t.trafficTypeId),
    must('sources_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...sharedInTenant('sources', t.organizationId),
  ],
)

/** The names under which bookings know a source: its own and its aliases. */
export const sourceNames = pgTable(
  'source_names',
  {
    ...tenantColumns(),
    sourceId: uuid('source_id').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('source_names_key').on(t.organizationId, t.nameKey),
    foreignKey({
      name: 'source_names_source',
      columns: [t.organizationId, t.sourceId],
      foreignColumns: [sources.organizationId, sources.id],
    }),
    index('source_names_by_source').on(t.organizationId, t.sourceId),
    ...sharedInTenant('source_names', t.organizationId),
  ],
)

/** The names under which bookings know a traffic type beside its own. */
export const trafficTypeNames = pgTable(
  'traffic_type_names',
  {
    ...tenantColumns(),
    trafficTypeId: uuid('traffic_type_id').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('traffic_type_names_key').on(t.organizationId, t.nameKey),
    foreignKey({
      name: 'traffic_type_names_traffic_type',
      columns: [t.organizationId, t.trafficTypeId],
      foreignColumns: [trafficTypes.organizationId, trafficTypes.id],
    }),
    index('traffic_type_names_by_traffic_type').on(t.organizationId, t.trafficTypeId),
    ...sharedInTenant('traffic_type_names', t.organizationId),
  ],
)
