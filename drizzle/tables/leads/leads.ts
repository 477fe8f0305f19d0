import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { adminOnly, ownedByReps } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'
import { setters } from '../roster/setters.ts'

/** A potential customer. */
export const leads = pgTable(
  'leads',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    /** The e-mail address that the lead was first known by, normalised. Others are in lead_emails. */
    email: text('email'),
    phone: text('phone'),
    timeZone: text('time_zone'),
    /** Who booked them first; never changes. */
    originalSetterId: uuid('original_setter_id'),
    currentSetterId: uuid('current_setter_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** The closers and setters of the lead's events; kept by a trigger on events. */
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'leads_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({
      name: 'leads_original_setter',
      columns: [t.organizationId, t.originalSetterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    foreignKey({
      name: 'leads_current_setter',
      columns: [t.organizationId, t.currentSetterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    index('leads_by_original_setter').on(t.organizationId, t.originalSetterId),
    index('leads_by_current_setter').on(t.organizationId, t.currentSetterId),
    index('leads_newest').on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    must('leads_name_not_blank', sql`btrim(${t.name}) <> ''`),
    ...ownedByReps('leads', t.organizationId, t.repIds),
  ],
)

/** Every e-mail address that a lead is known by. An address is one lead's. */
export const leadEmails = pgTable(
  'lead_emails',
  {
    ...tenantColumns(),
    leadId: uuid('lead_id').notNull(),
    email: text('email').notNull(),
    /** How it became known: `booking`, or who said so. */
    learnedFrom: text('learned_from').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('lead_emails_email').on(t.organizationId, t.email),
    foreignKey({ name: 'lead_emails_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    index('lead_emails_by_lead').on(t.organizationId, t.leadId),
    ...adminOnly('lead_emails', t.organizationId),
  ],
)

/** Every phone number that a lead is known by. Several leads may share one. */
export const leadPhones = pgTable(
  'lead_phones',
  {
    ...tenantColumns(),
    leadId: uuid('lead_id').notNull(),
    phone: text('phone').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('lead_phones_once').on(t.organizationId, t.leadId, t.phone),
    foreignKey({ name: 'lead_phones_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    index('lead_phones_by_phone').on(t.organizationId, t.phone),
    ...adminOnly('lead_phones', t.organizationId),
  ],
)
