import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'

/** What to hold while payments of one customer of a processor are credited: each may say whose the others are. */
export const buyerLockName = (connectionId: string, customerRef: string): string => `buyer:${connectionId}:${customerRef}`

/** Holds a customer of a processor; after the leads, before the rows of payments. */
export const lockBuyer = (tx: Tx, connectionId: string, customerRef: string | null): Promise<void> =>
  lockNames(tx, customerRef === null ? [] : [buyerLockName(connectionId, customerRef)])
