import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

export const instalmentIntervals = ['day', 'month'] as const

/** What an organization sells, and how it may be paid: whole, in instalments, or either. Amounts are minor units of its currency. */
export const packages = pgTable(
  'packages',
  {
    ...tenantColumns(),
    name: text('name').notNull(),
    description: text('description'),
    priceMinor: bigint('price_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    paidInFull: boolean('paid_in_full').notNull(),
    /** How many instalments there are, of which amount each, and how far apart; all four or none. */
    instalmentCount: integer('instalment_count'),
    instalmentMinor: bigint('instalment_minor', { mode: 'bigint' }),
    instalmentEvery: integer('instalment_every'),
    instalmentInterval: text('instalment_interval', { enum: instalmentIntervals }),
    /** What holds a place until the rest is paid; none where it takes no deposit. */
    depositMinor: bigint('deposit_minor', { mode: 'bigint' }),
    /** From 0; ties, which a return from retirement may bring, are broken by id. */
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Since when it is sold no more; what names it keeps it. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('packages_name')
      .on(t.organizationId, sql`lower(${t.name})`)
      .where(sql`${t.retiredAt} is null`),
    index('packages_in_order').on(t.organizationId, t.position),
    foreignKey({ name: 'packages_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    must('packages_name_not_blank', sql`btrim(${t.name}) <> ''`),
    must('packages_price_is_positive', sql`${t.priceMinor} > 0`),
    must('packages_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    must('packages_can_be_paid', sql`${t.paidInFull} or ${t.instalmentCount} is not null`),
    must(
      'packages_instalments_are_whole',
      sql`num_nonnulls(${t.instalmentCount}, ${t.instalmentMinor}, ${t.instalmentEvery}, ${t.instalmentInterval}) in (0, 4)`,
    ),
    must('packages_instalments_are_several', sql`${t.instalmentCount} between 2 and 120`),
    must('packages_instalment_within_price', sql`${t.instalmentMinor} between 1 and ${t.priceMinor}`),
    must('packages_instalments_are_apart', sql`${t.instalmentEvery} between 1 and 366`),
    oneOf('packages_instalment_interval_known', t.instalmentInterval, instalmentIntervals),
    must('packages_deposit_within_price', sql`${t.depositMinor} > 0 and ${t.depositMinor} < ${t.priceMinor}`),
    ...sharedInTenant('packages', t.organizationId),
  ],
)
