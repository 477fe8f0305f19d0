import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { normaliseEmail, normalisePhone } from '../../../lib/identity.ts'
import { matchCustomer } from './match-customer.ts'

/** Holds a lead for the rest of the transaction: their calls and their money change one transaction at a time. */
export const lockLead = (tx: Tx, leadId: string): Promise<void> => lockNames(tx, [`lead:${leadId}`])

/** The names to hold while somebody with these details is looked for: two messages may be the first to tell of one person. */
export const leadLockNames = (details: { email: string | null; phone: string | null }): string[] =>
  [normaliseEmail(details.email ?? ''), normalisePhone(details.phone ?? '')]
    .filter((value) => value !== null)
    .map((value) => `lead:${value}`)

/** Holds whoever a paying customer is, known as a lead or not. Always before the rows of their payments. */
export async function lockCustomer(tx: Tx, customer: { email: string | null; phone: string | null }): Promise<void> {
  await lockNames(tx, leadLockNames(customer))
  const match = await matchCustomer(tx, customer)
  if (match) await lockLead(tx, match.leadId)
}
