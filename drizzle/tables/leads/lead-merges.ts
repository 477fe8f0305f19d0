import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, must, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import type { CustomFieldValues } from '../fields/custom-fields.ts'
import { leads } from './leads.ts'

/** What a merge moved and overwrote: enough to undo it. */
export interface MergeRecord {
  /** The surviving lead's own fields before the merge. */
  before: Readonly<Record<string, string | null>>
  eventIds: readonly string[]
  paymentIds: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
  /** Phones that both had: the survivor kept its own, and the merged lead's stands nowhere until it is taken out again. */
  sharedPhones: readonly string[]
  /** What providers call the merged lead. */
  refIds: readonly string[]
  /** Calls and payments that were the survivor's already, under addresses that were the merged lead's: they stay when those go back. */
  stayedIds: readonly string[]
  /** The survivor's fields as the merge left them: one that a person changed since is not overwritten by undoing it. */
  after: Readonly<Record<string, string | null>>
  /** The survivor's values of the organization's own fields, before and as the merge left them; none where neither lead had any. */
  customFields?: { before: CustomFieldValues; after: CustomFieldValues }
}

/** Two leads found by a person to be one. The one survives with the fields chosen; the other points at it, and can be taken out again. */
export const leadMerges = pgTable(
  'lead_merges',
  {
    ...tenantColumns(),
    survivorId: uuid('survivor_id').notNull(),
    mergedId: uuid('merged_id').notNull(),
    record: jsonb('record').$type<MergeRecord>().notNull(),
    mergedBy: text('merged_by').notNull(),
    mergedByName: text('merged_by_name').notNull(),
    mergedAt: instant('merged_at').notNull().defaultNow(),
    undoneAt: instant('undone_at'),
    undoneByName: text('undone_by_name'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'lead_merges_survivor',
      columns: [t.organizationId, t.survivorId],
      foreignColumns: [leads.organizationId, leads.id],
    }),
    foreignKey({ name: 'lead_merges_merged', columns: [t.organizationId, t.mergedId], foreignColumns: [leads.organizationId, leads.id] }),
    index('lead_merges_of_survivor').on(t.organizationId, t.survivorId),
    index('lead_merges_of_merged').on(t.organizationId, t.mergedId),
    must('lead_merges_of_two', sql`${t.survivorId} <> ${t.mergedId}`),
    ...adminOnly('lead_merges', t.organizationId),
  ],
)

/** Two leads who look alike, and of whom a person said that they are two. Which of them is named first does not matter. */
export const leadsKeptApart = pgTable(
  'leads_kept_apart',
  {
    ...tenantColumns(),
    oneId: uuid('one_id').notNull(),
    otherId: uuid('other_id').notNull(),
    saidBy: text('said_by').notNull(),
    saidByName: text('said_by_name').notNull(),
    saidAt: instant('said_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('leads_kept_apart_once').on(
      t.organizationId,
      sql`least(${t.oneId}, ${t.otherId})`,
      sql`greatest(${t.oneId}, ${t.otherId})`,
    ),
    index('leads_kept_apart_by_one').on(t.organizationId, t.oneId),
    foreignKey({ name: 'leads_kept_apart_one', columns: [t.organizationId, t.oneId], foreignColumns: [leads.organizationId, leads.id] }),
    foreignKey({
      name: 'leads_kept_apart_other',
      columns: [t.organizationId, t.otherId],
      foreignColumns: [leads.organizationId, leads.id],
    }),
    index('leads_kept_apart_by_other').on(t.organizationId, t.otherId),
    must('leads_kept_apart_of_two', sql`${t.oneId} <> ${t.otherId}`),
    ...adminOnly('leads_kept_apart', t.organizationId),
  ],
)
