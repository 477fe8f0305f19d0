import { leadEmails, leadPhones } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { takePrimaryAddresses } from './take-primary-addresses.ts'

/**
 * Keeps by what a lead was named, where nobody is known by it yet; whoever was known by a number alone goes by an address from then on.
 * Answers whether anything was new. The caller holds the lead.
 */
export async function keepAddresses(
  tx: Tx,
  leadId: string,
  { email, phone }: { email: string | null; phone: string | null },
  learnedFrom: string,
): Promise<boolean> {
  const mine = { organizationId: tx.organizationId, leadId, learnedFrom }
  const emails = email
    ? await tx.db
        .insert(leadEmails)
        .values({ ...mine, email })
        .onConflictDoNothing()
        .returning({ id: leadEmails.id })
    : []
  const phones = phone
    ? await tx.db
        .insert(leadPhones)
        .values({ ...mine, phone })
        .onConflictDoNothing()
        .returning({ id: leadPhones.id })
    : []
  const learned = emails.length + phones.length > 0
  if (learned) await takePrimaryAddresses(tx, [leadId])
  return learned
}
