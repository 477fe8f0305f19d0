import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { must, oneOf, tenantColumns } from '../../columns.ts'
import { readByReps } from '../../policies.ts'
import { closers } from '../roster/closers.ts'
import { setters } from '../roster/setters.ts'
import { payments } from './payments.ts'

export const shareRoles = ['closer', 'setter'] as const

/**
 * Among whom a payment is split, where it is credited to more than one closer, or more than one setter. The percents of a role add to
 * 100; amounts are split by largest remainder, equal remainders in the order of `position`. The payment's own closer and setter are the
 * first of each.
 */
export const paymentShares = pgTable(
  'payment_shares',
  {
    ...tenantColumns(),
    paymentId: uuid('payment_id').notNull(),
    role: text('role', { enum: shareRoles }).notNull(),
    closerId: uuid('closer_id'),
    setterId: uuid('setter_id'),
    percent: integer('percent').notNull(),
    /** All percents of its role, in their order: so that its amount can be computed without sight of the others. */
    percents: integer('percents').array().notNull(),
    /** From 0, the largest share first. */
    position: integer('position').notNull(),
    repIds: uuid('rep_ids')
      .array()
      .notNull()
      .generatedAlwaysAs(sql`array_remove(array[closer_id, setter_id], null)`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      name: 'payment_shares_payment',
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      name: 'payment_shares_closer',
      columns: [t.organizationId, t.closerId],
      foreignColumns: [closers.organizationId, closers.id],
    }),
    foreignKey({
      name: 'payment_shares_setter',
      columns: [t.organizationId, t.setterId],
      foreignColumns: [setters.organizationId, setters.id],
    }),
    uniqueIndex('payment_shares_place').on(t.organizationId, t.paymentId, t.role, t.position),
    uniqueIndex('payment_shares_closer_once')
      .on(t.organizationId, t.paymentId, t.closerId)
      .where(sql`${t.closerId} is not null`),
    uniqueIndex('payment_shares_setter_once')
      .on(t.organizationId, t.paymentId, t.setterId)
      .where(sql`${t.setterId} is not null`),
    index('payment_shares_of_closer').on(t.organizationId, t.closerId),
    index('payment_shares_of_setter').on(t.organizationId, t.setterId),
    oneOf('payment_shares_role_known', t.role, shareRoles),
    must('payment_shares_percent_in_range', sql`${t.percent} between 1 and 100`),
    must('payment_shares_percent_is_of_percents', sql`${t.percents}[${t.position} + 1] = ${t.percent}`),
    must(
      'payment_shares_names_one_of_its_role',
      sql`(${t.role} = 'closer') = (${t.closerId} is not null) and (${t.role} = 'setter') = (${t.setterId} is not null)`,
    ),
    ...readByReps('payment_shares', t.organizationId, t.repIds),
  ],
)
