import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { v7 as uuidv7 } from 'uuid'
import { instant, must, oneOf } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'

/** What an organization pays for; what each allows is decided in the code (product, 10). */
export const plans = ['trial', 'starter', 'professional', 'enterprise'] as const
export const organizationStates = ['active', 'suspended', 'deleting'] as const

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
    /** For how many days the bodies of deliveries are kept; that they came, and what they did, is kept for good. */
    deliveryBodyDays: integer('delivery_body_days').notNull().default(90),
    /** Whether members and operators act in it only with a second factor of their own. */
    secondFactorRequired: boolean('second_factor_required').notNull().default(false),
    /** After how many hours without use a session does nothing in it any more; none where only the end of every session counts. */
    sessionIdleHours: integer('session_idle_hours'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** The plan, the state and what goes with them are changed by operators and the owner's own acts only, through functions that check. */
    plan: text('plan', { enum: plans }).notNull().default('trial'),
    /** When the trial is over and the organization can only be read; none on a plan that is paid for. */
    trialEndsAt: instant('trial_ends_at').default(sql`now() + interval '7 days'`),
    /** Seats by agreement, beside those of the plan. */
    extraSeats: integer('extra_seats').notNull().default(0),
    state: text('state', { enum: organizationStates }).notNull().default('active'),
    /** Why it is suspended, in words for its members. */
    stateReason: text('state_reason'),
    /** From when on a deletion that was asked for is carried out. */
    deleteAfter: instant('delete_after'),
    /** Why it was suspended when its deletion was asked for, so that a deletion taken back leaves it suspended; none if it was open then. */
    suspendedFor: text('suspended_for'),
  },
  (t) => [
    must('organizations_name_not_blank', sql`btrim(${t.name}) <> ''`),
    must('organizations_currency_is_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    must('organizations_attribution_window_in_range', sql`${t.attributionWindowDays} between 1 and 730`),
    must('organizations_report_match_in_range', sql`${t.reportMatchDays} between 0 and 30`),
    must('organizations_delivery_body_days_in_range', sql`${t.deliveryBodyDays} between 7 and 730`),
    must('organizations_session_idle_hours_in_range', sql`${t.sessionIdleHours} between 1 and 168`),
    oneOf('organizations_plan_known', t.plan, plans),
    oneOf('organizations_state_known', t.state, organizationStates),
    must('organizations_trial_has_an_end', sql`(${t.plan} = 'trial') = (${t.trialEndsAt} is not null)`),
    must('organizations_deletion_has_a_day', sql`(${t.state} = 'deleting') = (${t.deleteAfter} is not null)`),
    must('organizations_suspended_for_while_deleting', sql`${t.suspendedFor} is null or ${t.state} = 'deleting'`),
    must('organizations_extra_seats_in_range', sql`${t.extraSeats} between 0 and 10000`),
    ...sharedInTenant('organizations', t.id),
  ],
)
