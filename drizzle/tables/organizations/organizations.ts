import { sql } from 'drizzle-orm'
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { v7 as uuidv7 } from 'uuid'
import { instant, must } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'

/** A tenant. Its own id is the organization_id of every row that belongs to it. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid('id')
      .primaryKey()
      .$defaultFn(() => uuidv7()),
    name: text('name').notNull(),
    /** IANA name: the days of every period are days of this zone. */
    timeZone: text('time_zone').notNull(),
    /** ISO 4217: the currency that the organization reports in. */
    currency: text('currency').notNull(),
    /** How many days before a payment a call may lie to be credited with it. */
    attributionWindowDays: integer('attribution_window_days').notNull().default(60),
    /** How many days a closer's reported cash and the processor's payment may lie apart to be one. */
    reportMatchDays: integer('report_match_days').notNull().default(3),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    must('organizations_name_not_blank', sql`btrim(${t.name}) <> ''`),
    must('organizations_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    must('organizations_attribution_window_in_range', sql`${t.attributionWindowDays} between 1 and 730`),
    must('organizations_report_match_in_range', sql`${t.reportMatchDays} between 0 and 30`),
    ...sharedInTenant('organizations', t.id),
  ],
)
