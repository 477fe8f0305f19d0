import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, tenantColumns } from '../../columns.ts'
import { adminOnly } from '../../policies.ts'
import { organizations } from '../organizations/organizations.ts'

/** One act of deleting payments. Nothing is lost by it: they count nowhere until they are restored, singly or all that it took. */
export const paymentDeletions = pgTable(
  'payment_deletions',
  {
    ...tenantColumns(),
    reason: text('reason').notNull(),
    deletedBy: text('deleted_by').notNull(),
    deletedByName: text('deleted_by_name').notNull(),
    deletedAt: instant('deleted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ name: 'payment_deletions_organization', columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('payment_deletions_newest').on(t.organizationId, t.deletedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    ...adminOnly('payment_deletions', t.organizationId),
  ],
)
