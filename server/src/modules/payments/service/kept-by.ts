import type { Tx } from '../../../database/tx.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { PaymentMessage } from './payment-message.ts'

/** Of these the ids are unique in the world: the same id told by two connections is the same thing. */
const uniqueAtProvider = ['stripe', 'whop']

/** What messages name: each list may be empty. */
interface Refs {
  purchases: string[]
  invoices: string[]
  subscriptions: string[]
}

/**
 * By which connection it is kept what a processor tells: the one that told of it first. Where an organization has connected one account
 * twice, or anew, what either tells joins what is there, and a purchase counts once. Whoever else tells of it meanwhile waits.
 */
export async function keptBy(tx: Tx, connectionId: string, messages: readonly PaymentMessage[]): Promise<string> {
  const alike = await tx.query<{ id: string; provider: string }>(
    `select c.id, c.provider from connections c join connections t on t.organization_id = c.organization_id and t.provider = c.provider
     where t.organization_id = $1 and t.id = $2 and t.provider = any($3::text[])`,
    [tx.organizationId, connectionId, uniqueAtProvider],
  )
  const provider = alike[0]?.provider
  if (provider === undefined || alike.length < 2) return connectionId
  const { purchases, invoices, subscriptions } = refsOf(messages)
  await lockNames(tx, [
    ...purchases.map((ref) => `${provider} purchase ${ref}`),
    ...invoices.map((ref) => `${provider} invoice ${ref}`),
    ...subscriptions.map((ref) => `${provider} subscription ${ref}`),
  ])
  // A purchase says more than its invoice, and an invoice more than its subscription.
  const [holder] = await tx.query<{ id: string }>(
    `select connection_id as id from (
       select connection_id, 1 as rank from payments where organization_id = $1 and connection_id = any($2::uuid[]) and purchase_ref = any($3::text[])
       union all
       select connection_id, 1 from payment_refunds where organization_id = $1 and connection_id = any($2::uuid[]) and purchase_ref = any($3::text[])
       union all
       select connection_id, 1 from payment_disputes where organization_id = $1 and connection_id = any($2::uuid[]) and purchase_ref = any($3::text[])
       union all
       select connection_id, 1 from payment_invoices where organization_id = $1 and connection_id = any($2::uuid[]) and purchase_ref = any($3::text[])
       union all
       select connection_id, 2 from payment_invoices where organization_id = $1 and connection_id = any($2::uuid[]) and invoice_ref = any($4::text[])
       union all
       select connection_id, 3 from payments where organization_id = $1 and connection_id = any($2::uuid[]) and subscription_ref = any($5::text[])
       union all
       select connection_id, 3 from payment_invoices where organization_id = $1 and connection_id = any($2::uuid[]) and subscription_ref = any($5::text[])
       union all
       select connection_id, 3 from subscriptions where organization_id = $1 and connection_id = any($2::uuid[]) and subscription_ref = any($5::text[])
     ) told order by rank, connection_id limit 1`,
    [tx.organizationId, alike.map(({ id }) => id), purchases, invoices, subscriptions],
  )
  return holder?.id ?? connectionId
}

function refsOf(messages: readonly PaymentMessage[]): Refs {
  const refs: Refs = { purchases: [], invoices: [], subscriptions: [] }
  for (const message of messages) {
    const about = message.kind === 'refund_total' ? message.purchase : message
    if ('purchaseRef' in about && about.purchaseRef !== null) refs.purchases.push(about.purchaseRef)
    if ('invoiceRef' in about) refs.invoices.push(about.invoiceRef)
    if ('subscriptionRef' in about && about.subscriptionRef !== null) refs.subscriptions.push(about.subscriptionRef)
  }
  return refs
}
