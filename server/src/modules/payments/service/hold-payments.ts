import { payments } from '@clinch/drizzle/tables'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { leadLockNames } from '../../leads/service/index.ts'
import { buyerLockName } from './lock-buyer.ts'

export type HeldPayment = typeof payments.$inferSelect

/**
 * Holds payments as every writer of them does: their purchases, then whoever paid them, then their rows, each in one order. Answers
 * those that there are, by id.
 */
export async function holdPayments(tx: Tx, ids: readonly string[]): Promise<HeldPayment[]> {
  const known = await tx.query<{
    connectionId: string | null
    customerRef: string | null
    purchaseRef: string | null
    leadId: string | null
    email: string | null
    phone: string | null
  }>(
    `select connection_id as "connectionId", customer_ref as "customerRef", purchase_ref as "purchaseRef", lead_id as "leadId", customer_email as email, customer_phone as phone
     from payments where organization_id = $1 and id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  await lockNames(
    tx,
    known.flatMap(({ connectionId, purchaseRef }) => (purchaseRef === null ? [] : `purchase:${connectionId}:${purchaseRef}`)),
  )
  await lockNames(
    tx,
    known.flatMap(({ leadId, ...customer }) => [...(leadId ? [`lead:${leadId}`] : []), ...leadLockNames(customer)]),
  )
  await lockNames(
    tx,
    known.flatMap(({ connectionId, customerRef }) => (connectionId && customerRef ? buyerLockName(connectionId, customerRef) : [])),
  )
  return tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), inArray(payments.id, [...ids])))
    .orderBy(asc(payments.id))
    .for('update')
}
