import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { matchCustomer } from './match-customer.ts'

/** Holds a lead for the rest of the transaction: their calls and their money change one transaction at a time. */
export const lockLead = (tx: Tx, leadId: string): Promise<void> => lockNames(tx, [leadName(leadId)])

/** Holds several leads, always in one order. */
export const lockLeads = (tx: Tx, leadIds: readonly string[]): Promise<void> => lockNames(tx, leadIds.map(leadName))

const leadName = (leadId: string): string => `lead:${leadId}`

/**
 * Holds whichever lead is found. While that was waited for, the lead may have been merged into another, or taken out of one again: then
 * who is found now is held, until it is the one who was.
 */
export async function lockFoundLead(tx: Tx, find: () => Promise<string | null>): Promise<string | null> {
  let found = await find()
  for (;;) {
    if (found === null) return null
    await lockLead(tx, found)
    const now = await find()
    if (now === found) return found
    found = now
  }
}

/**
 * The names to hold while somebody with these details is looked for: two messages may be the first to tell of one person. A phone goes by
 * its last digits, which are the same however and wherever it is written.
 */
export function leadLockNames(details: { email: string | null; phone: string | null }): string[] {
  const digits = (details.phone ?? '').replace(/\D/g, '').slice(-7)
  return [normaliseEmail(details.email ?? ''), digits.length === 7 ? `phone:${digits}` : null]
    .filter((value) => value !== null)
    .map((value) => `lead:${value}`)
}

/** Holds whoever a paying customer is, known as a lead or not. Always before the rows of their payments. */
export async function lockCustomer(tx: Tx, customer: { email: string | null; phone: string | null }): Promise<void> {
  await lockNames(tx, leadLockNames(customer))
  await lockFoundLead(tx, async () => (await matchCustomer(tx, customer))?.leadId ?? null)
}

/** Whoever makes or changes many leads at once may do so beside others who do, but not while two leads are made one. */
export const lockAgainstMerges = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock_shared(7305, hashtext($1))`, [tx.organizationId])
}

/** Two leads are made one, or two again, one pair at a time and beside no list of leads. Before any lead is held. */
export const lockForMerging = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(7305, hashtext($1))`, [tx.organizationId])
}
