import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { leadLockNames, lockLead, matchCustomer } from '../../leads/service/index.ts'
import { buyerLockName } from '../../payments/service/index.ts'
import type { Buyer } from './identify-buyers.ts'
import { extractReferences } from './references.ts'

/**
 * Holds whoever is behind a payment, so that a booking of theirs at this moment is seen, or sees this payment: their lead, then the
 * processor's customer, whose payments speak for each other, and the events that it names. Always before the payment's row.
 */
export async function holdPayer(tx: Tx, paymentId: string): Promise<void> {
  const [payer] = await tx.query<{
    email: string | null
    phone: string | null
    leadId: string | null
    connectionId: string | null
    customerRef: string | null
    metadata: Record<string, string>
    clientReference: string | null
  }>(
    `select customer_email as email, customer_phone as phone, lead_id as "leadId", connection_id as "connectionId", customer_ref as "customerRef",
       metadata, client_reference as "clientReference" from payments where organization_id = $1 and id = $2`,
    [tx.organizationId, paymentId],
  )
  if (!payer) return
  const { leadId, connectionId, customerRef, metadata, clientReference } = payer
  await lockNames(tx, [...(leadId ? [`lead:${leadId}`] : []), ...leadLockNames(payer)])
  const match = await matchCustomer(tx, payer)
  if (match) await lockLead(tx, match.leadId)
  if (connectionId && customerRef) await holdBuyers(tx, [{ connectionId, customerRef }])
  await holdNamed(
    tx,
    extractReferences(metadata, clientReference).map(({ value }) => value),
  )
}

/** Holds customers of a processor: what one of their payments says of them is seen by the others. */
export const holdBuyers = (tx: Tx, buyers: readonly Buyer[]): Promise<void> =>
  lockNames(
    tx,
    buyers.map(({ connectionId, customerRef }) => buyerLockName(connectionId, customerRef)),
  )

/** Holds what a payment may name an event by: of a payment and an event that come at the same moment, one sees the other. */
export const holdNamed = (tx: Tx, names: readonly string[]): Promise<void> =>
  lockNames(
    tx,
    names.map((name) => `named:${name}`),
  )
