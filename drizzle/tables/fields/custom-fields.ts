import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { optionColors } from '../forms/option-colors.ts'
import { organizations } from '../organizations/organizations.ts'

/** What an organization can give fields of its own. */
export const fieldSubjects = ['lead', 'event', 'payment'] as const

export const customFieldKinds = [
  'text',
  'long_text',
  'number',
  'money',
  'select',
  'multi_select',
  'boolean',
  'date',
  'email',
  'phone',
  'url',
] as const

/** A value as its row keeps it: by its field's kind a text, a number, yes or no, the keys of options, or money in major units. */
export type CustomFieldValue = string | number | boolean | readonly string[] | { amount: string; currency: string }

/** The values of a lead, an event or a payment, by the key of their field. */
export type CustomFieldValues = Readonly<Record<string, CustomFieldValue>>

/** A field that an organization made for its leads, events or payments. Its key and its kind stay, since values are kept under them. */
export const customFieldDefinitions = pgTable(
  'custom_field_definitions',
  {
    ...tenantColumns(),
    subject: text('subject', { enum: fieldSubjects }).notNull(),
    key: text('key').notNull(),
    kind: text('kind', { enum: customFieldKinds }).notNull(),
    label: text('label').notNull(),
    help: text('help'),
    /** People have to say it where they enter or change a record; webhooks, syncs and imports bring what they have. */
    required: boolean('required').notNull().default(false),
    /** From 0; ties, which a return from retirement may bring, are broken by id. */
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Since when nothing is written to it any more; what has a value keeps it. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('custom_field_definitions_key').on(t.organizationId, t.subject, t.key),
    foreignKey({ name: 'custom_field_definitions_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('custom_field_definitions_subject_known', t.subject, fieldSubjects),
    oneOf('custom_field_definitions_kind_known', t.kind, customFieldKinds),
    must('custom_field_definitions_key_is_plain', sql`${t.key} ~ '^[a-z][a-z0-9_]{0,39}$'`),
    must('custom_field_definitions_label_not_blank', sql`btrim(${t.label}) <> ''`),
    ...sharedInTenant('custom_field_definitions', t.organizationId),
  ],
)

/** What can be chosen of a select or multi-select. Values hold its key. */
export const customFieldOptions = pgTable(
  'custom_field_options',
  {
    ...tenantColumns(),
    fieldId: uuid('field_id').notNull(),
    key: text('key').notNull(),
    label: text('label').notNull(),
    color: text('color', { enum: optionColors }),
    position: integer('position').notNull(),
    /** Since when it is offered no more; what has it keeps it. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('custom_field_options_key').on(t.organizationId, t.fieldId, t.key),
    foreignKey({
      name: 'custom_field_options_field',
      columns: [t.organizationId, t.fieldId],
      foreignColumns: [customFieldDefinitions.organizationId, customFieldDefinitions.id],
    }),
    index('custom_field_options_of_field').on(t.organizationId, t.fieldId, t.position),
    oneOf('custom_field_options_color_known', t.color, optionColors),
    must('custom_field_options_key_is_plain', sql`${t.key} ~ '^[a-z][a-z0-9_]{0,39}$'`),
    must('custom_field_options_label_not_blank', sql`btrim(${t.label}) <> ''`),
    ...sharedInTenant('custom_field_options', t.organizationId),
  ],
)
