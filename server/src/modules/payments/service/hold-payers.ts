import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { leadLockNames, lockLeads, matchCustomers } from '../../leads/service/index.ts'
import { buyerLockName } from './lock-buyer.ts'
import { extractReferences } from './references.ts'

/** All that tells who is behind a payment. */
export interface Payer {
  connectionId: string | null
  customerRef: string | null
  /** To whom it is credited. */
  leadId: string | null
  email: string | null
  phone: string | null
  metadata: Record<string, string>
  clientReference: string | null
}

/** What is read of a payment `p` to hold its payer. A report is its form's lead's: nobody is looked for by what it says. */
export const payerColumns = `p.connection_id as "connectionId", p.customer_ref as "customerRef", p.lead_id as "leadId",
  case when p.form_id is null then p.customer_email end as email, case when p.form_id is null then p.customer_phone end as phone,
  p.metadata, p.client_reference as "clientReference"`

/**
 * Holds whoever is behind payments, so that a booking of theirs at this moment is seen, or sees these payments: what their customers are
 * known by, the leads, what names an event, then the processors' customers, whose payments speak for each other. Whoever holds a purchase
 * does so before, and whoever holds a payment's row after; each kind is held by one statement, so nobody waits in a ring.
 */
export async function lockPayers(tx: Tx, payers: readonly Payer[], leadIds: readonly string[] = []): Promise<void> {
  const names = payers.flatMap(({ metadata, clientReference }) => extractReferences(metadata, clientReference).map(({ value }) => value))
  await lockNames(tx, payers.flatMap(leadLockNames))
  const held = new Set<string>()
  for (;;) {
    // While one was waited for, they may have been merged into another.
    const others = [...leadIds, ...(await leadsBehind(tx, payers, names))].filter((id) => !held.has(id))
    if (others.length === 0) break
    await lockLeads(tx, others)
    for (const id of others) held.add(id)
  }
  await lockNamed(tx, names)
  await lockNames(
    tx,
    payers.flatMap(({ connectionId, customerRef }) => (connectionId && customerRef ? buyerLockName(connectionId, customerRef) : [])),
  )
}

/** Holds what a payment may name an event by: of a payment and an event that come at the same moment, one sees the other. */
export const lockNamed = (tx: Tx, names: readonly string[]): Promise<void> =>
  lockNames(
    tx,
    names.map((name) => `named:${name}`),
  )

/** The leads whom payments are credited to, who their customers are known to be, and those of the events that they name. */
async function leadsBehind(tx: Tx, payers: readonly Payer[], names: readonly string[]): Promise<string[]> {
  const customers = payers.filter(({ email, phone }) => email !== null || phone !== null)
  const matches = customers.length === 0 ? [] : await matchCustomers(tx, customers)
  const named =
    names.length === 0
      ? []
      : await tx.query<{ leadId: string }>(
          `select lead_id as "leadId" from events where organization_id = $1 and (booking_ref = any($2::text[]) or own_ref = any($2::text[]))
           union select lead_id from events where organization_id = $1 and id = any($3::uuid[])`,
          [tx.organizationId, names, names.filter((name) => ourOwnId.test(name))],
        )
  return [...payers, ...matches, ...named].flatMap((found) => found?.leadId ?? [])
}

/** As our ids are written. */
const ourOwnId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
