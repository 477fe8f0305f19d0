import { boolean, foreignKey, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { oneOf, tenantColumns } from '../../columns.ts'
import { sharedInTenant } from '../../policies.ts'
import { organizations } from './organizations.ts'

/** What of a leaderboard sales reps see: nothing, who is where, or where they are themselves and no names. */
export const shownLeaderboards = ['hidden', 'ranks', 'names'] as const

/** What of the money on their calls sales reps see: nothing, their own sums, or every payment. */
export const shownMoney = ['none', 'figures', 'payments'] as const

/** What an organization shows its sales reps, signed in or by portal link. Without a row, the defaults hold. */
export const portalSettings = pgTable(
  'portal_settings',
  {
    ...tenantColumns(),
    leaderboard: text('leaderboard', { enum: shownLeaderboards }).notNull().default('names'),
    /** Whether the leaderboard has the figures of others, beside their places. */
    othersFigures: boolean('others_figures').notNull().default(false),
    /** Whether the e-mail addresses and phone numbers of leads are shown. */
    leadContacts: boolean('lead_contacts').notNull().default(true),
    money: text('money', { enum: shownMoney }).notNull().default('payments'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('portal_settings_of_organization').on(t.organizationId),
    foreignKey({ name: 'portal_settings_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('portal_settings_leaderboard_known', t.leaderboard, shownLeaderboards),
    oneOf('portal_settings_money_known', t.money, shownMoney),
    ...sharedInTenant('portal_settings', t.organizationId),
  ],
)
