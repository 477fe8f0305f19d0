import { sql } from 'drizzle-orm'
import { date, foreignKey, index, numeric, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { instant, must, oneOf, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** The European Central Bank's reference rates: how much of a currency one euro was on a day. The platform's, alike for all tenants. */
export const referenceRates = pgTable(
  'reference_rates',
  {
    day: date('day', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    perEuro: numeric('per_euro', { precision: 30, scale: 15 }).notNull(),
    importedAt: instant('imported_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.currency, t.day] }),
    must('reference_rates_positive', sql`${t.perEuro} > 0`),
    must('reference_rates_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
)

export const rateOrigins = ['file', 'manual'] as const

/**
 * An organization's own rates, which outrank the reference rates: how much of `quote` one unit of `base` was on a day. Typed in by hand,
 * or read from a file that a person uploaded; of one day, by hand outranks the file.
 */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    ...tenantColumns(),
    day: date('day', { mode: 'string' }).notNull(),
    base: text('base').notNull(),
    quote: text('quote').notNull(),
    rate: numeric('rate', { precision: 30, scale: 15 }).notNull(),
    origin: text('origin', { enum: rateOrigins }).notNull(),
    setBy: text('set_by').notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: instant('set_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('exchange_rates_once').on(t.organizationId, t.base, t.quote, t.day, t.origin),
    foreignKey({ name: 'exchange_rates_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('exchange_rates_newest').on(t.organizationId, t.day.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf('exchange_rates_origin_known', t.origin, rateOrigins),
    must('exchange_rates_positive', sql`${t.rate} > 0`),
    must('exchange_rates_of_two_currencies', sql`${t.base} <> ${t.quote} and ${t.base} ~ '^[A-Z]{3}$' and ${t.quote} ~ '^[A-Z]{3}$'`),
    ...sharedInTenant('exchange_rates', t.organizationId),
  ],
)
