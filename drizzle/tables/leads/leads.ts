import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { adminOnly, ownedByReps } from '../../policies.ts'
import { customFieldsAreAnObject, customFieldsColumn, hasCustomFields } from '../fields/values-column.ts'
import { organizations } from '../organizations/organizations.ts'
import { setters } from '../roster/setters.ts'
import { sources, trafficTypes } from '../roster/sources.ts'

/** A potential customer. */
export const leads = pgTable(
  'leads',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    /** The name with letter case, spacing and punctuation folded away: leads with one key are worth a look. Nobody is matched by it. */
    nameKey: text('name_key').generatedAlwaysAs(sql`btrim(regexp_replace(lower(normalize(name, NFKC)), '[^[:alnum:]]+', ' ', 'g'))`),
    /** The e-mail address that the lead was first known by, normalised. Others are in lead_emails. */
    email: text('email'),
    phone: text('phone'),
    timeZone: text('time_zone'),
    /** Who booked them first; never changes. */
    originalSetterId: uuid('original_setter_id'),
    currentSetterId: uuid('current_setter_id'),
    /** Where the lead came from before any booking said so (an automation's form, an import). A booking's own source outranks it. */
    sourceId: uuid('source_id'),
    sourceName: text('source_name'),
    trafficTypeId: uuid('traffic_type_id'),
    /** The lead whom this one was merged into: found to be the same person, and shown nowhere any more. */
    mergedIntoId: uuid('merged_into_id'),
    customFields: customFieldsColumn(),
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
    foreignKey({ name: 'leads_source', columns: [t.organizationId, t.sourceId], foreignColumns: [sources.organizationId, sources.id] }),
    foreignKey({
      name: 'leads_traffic_type',
      columns: [t.organizationId, t.trafficTypeId],
      foreignColumns: [trafficTypes.organizationId, trafficTypes.id],
    }),
    foreignKey({ name: 'leads_merged_into', columns: [t.organizationId, t.mergedIntoId], foreignColumns: [t.organizationId, t.id] }),
    index('leads_by_source').on(t.organizationId, t.sourceId),
    index('leads_by_traffic_type').on(t.organizationId, t.trafficTypeId),
    index('leads_merged_into').on(t.organizationId, t.mergedIntoId),
    index('leads_by_name').on(t.organizationId, t.name, t.id),
    index('leads_by_name_key').on(t.organizationId, t.nameKey),
    must('leads_not_merged_into_itself', sql`${t.mergedIntoId} is null or ${t.mergedIntoId} <> ${t.id}`),
    index('leads_by_original_setter').on(t.organizationId, t.originalSetterId),
    index('leads_by_current_setter').on(t.organizationId, t.currentSetterId),
    index('leads_newest').on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('leads_with_custom_fields')
      .on(t.organizationId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(hasCustomFields(t.customFields)),
    customFieldsAreAnObject('leads', t.customFields),
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
    /**
     * The mailbox with what providers let people add to it folded away: what follows a +, and dots at Gmail. At most providers these are
     * two mailboxes, so nobody is matched by it; two leads with one such address are worth a look.
     */
    mailbox: text('mailbox').generatedAlwaysAs(
      sql`case when split_part(email, '@', 2) in ('gmail.com', 'googlemail.com')
        then replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@gmail.com'
        else split_part(split_part(email, '@', 1), '+', 1) || '@' || split_part(email, '@', 2) end`,
    ),
    /** How it became known: `booking`, `import`, or the name of who said so. */
    learnedFrom: text('learned_from').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('lead_emails_email').on(t.organizationId, t.email),
    foreignKey({ name: 'lead_emails_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    index('lead_emails_by_lead').on(t.organizationId, t.leadId),
    index('lead_emails_by_mailbox').on(t.organizationId, t.mailbox),
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
    /** Its last seven digits, which stay whatever stands before them. Nobody is matched by it; a payment with one such is worth a look. */
    ending: text('ending').generatedAlwaysAs(sql`right(phone, 7)`),
    /** How it became known: `booking`, `import`, or the name of who said so. */
    learnedFrom: text('learned_from').notNull().default('booking'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('lead_phones_once').on(t.organizationId, t.leadId, t.phone),
    foreignKey({ name: 'lead_phones_lead', columns: [t.organizationId, t.leadId], foreignColumns: [leads.organizationId, leads.id] }),
    index('lead_phones_by_phone').on(t.organizationId, t.phone),
    index('lead_phones_by_ending').on(t.organizationId, t.ending),
    ...adminOnly('lead_phones', t.organizationId),
  ],
)
