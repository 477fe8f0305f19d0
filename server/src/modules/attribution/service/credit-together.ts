import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { buyerLockName } from '../../payments/service/index.ts'
import { creditPayments, outOfStep } from './credit-payment.ts'

/** A payment with the customer of the processor who made it, where one is known. */
export interface PaymentOfBuyer {
  id: string
  connectionId: string | null
  customerRef: string | null
}

/**
 * Something became known that these payments, locked or not, may be credited by: they are credited anew, and with them those of the same
 * customers of the processor, for whom they speak. The caller holds the leads.
 */
export async function creditTogether(tx: Tx, payments: readonly PaymentOfBuyer[], leadIds: readonly string[]): Promise<void> {
  if (payments.length === 0) return
  const buyers = payments.flatMap(({ connectionId, customerRef }) => (connectionId && customerRef ? [{ connectionId, customerRef }] : []))
  await lockNames(
    tx,
    buyers.map(({ connectionId, customerRef }) => buyerLockName(connectionId, customerRef)),
  )
  const followers = await outOfStep(tx, buyers)
  await creditPayments(tx, [...new Set([...payments.map(({ id }) => id), ...followers])], { leadIds })
}
