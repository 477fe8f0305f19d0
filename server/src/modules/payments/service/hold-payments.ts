import { payments } from '@clinch/drizzle/tables'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { lockPayers, type Payer, payerColumns } from './hold-payers.ts'
import { purchaseName } from './hold-purchases.ts'

export type HeldPayment = typeof payments.$inferSelect

/**
 * Holds payments as every writer of them does: their purchases, then whoever is behind them, then their rows, each in one order; with
 * them `leadIds`, where others are concerned too. Answers those that there are, by id.
 */
export async function holdPayments(tx: Tx, ids: readonly string[], leadIds: readonly string[] = []): Promise<HeldPayment[]> {
  const known = await tx.query<Payer & { purchaseRef: string | null }>(
    `select ${payerColumns}, p.purchase_ref as "purchaseRef" from payments p where p.organization_id = $1 and p.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  await lockNames(
    tx,
    known.flatMap(({ connectionId, purchaseRef }) =>
      connectionId === null || purchaseRef === null ? [] : purchaseName(connectionId, purchaseRef),
    ),
  )
  await lockPayers(tx, known, leadIds)
  return tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), inArray(payments.id, [...ids])))
    .orderBy(asc(payments.id))
    .for('update')
}

/** Holds whoever is behind a payment, before its row; with them `leadIds`, where others are concerned too. */
export async function holdPayer(tx: Tx, paymentId: string, leadIds: readonly string[] = []): Promise<void> {
  const payers = await tx.query<Payer>(`select ${payerColumns} from payments p where p.organization_id = $1 and p.id = $2`, [
    tx.organizationId,
    paymentId,
  ])
  await lockPayers(tx, payers, leadIds)
}
