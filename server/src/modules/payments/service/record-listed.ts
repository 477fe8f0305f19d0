import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { keptBy } from './kept-by.ts'
import type { PaymentMessage } from './payment-message.ts'
import { paymentsOfMessage } from './payments-of-message.ts'
import { keepMessage } from './record-payment-message.ts'

/** All that a processor's list tells of one thing, the purchase that it belongs to first, and the connection that it was asked by. */
export interface RecordListed {
  messages: readonly PaymentMessage[]
  connectionId: string
}

/**
 * Records what a processor lists, as if its webhooks had told of it. A list says how things stand and not when they came to: what stands
 * so by what is known already is not told once more. Answers whether a payment was made or changed by it.
 */
export async function recordListed({ actor, input, tx }: Verb<RecordListed>): Promise<'made' | 'changed' | 'none'> {
  authorize(actor, 'payments:write')
  const { messages } = input
  const connectionId = await keptBy(tx, input.connectionId, messages)
  const before = await standing(tx, connectionId, messages)
  for (const message of messages) {
    if (!(await standsAlready(tx, connectionId, message))) await keepMessage(tx, connectionId, message)
  }
  const after = await standing(tx, connectionId, messages)
  if ([...after.keys()].some((id) => !before.has(id))) return 'made'
  return [...after].some(([id, digest]) => before.get(id) !== digest) ? 'changed' : 'none'
}

/** The payments that messages are about, each with a digest of what is known of it. */
async function standing(tx: Tx, connectionId: string, messages: readonly PaymentMessage[]): Promise<ReadonlyMap<string, string>> {
  const ids: string[] = []
  for (const message of messages) ids.push(...(await paymentsOfMessage(tx, connectionId, message)).map(({ id }) => id))
  const rows = await tx.query<{ id: string; digest: string }>(
    `select id, md5(concat_ws('|', amount_minor, currency, refunded_minor, lost_minor, disputed_minor, status, paid_at, charge_ref, customer_ref,
       customer_email, customer_name, customer_phone, description, metadata::text, client_reference, subscription_ref, billing_turn)) as digest
     from payments where organization_id = $1 and id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

async function standsAlready(tx: Tx, connectionId: string, message: PaymentMessage): Promise<boolean> {
  if (message.kind === 'refund') {
    const [known] = await tx.query<{ id: string }>(
      `select id from payment_refunds where organization_id = $1 and connection_id = $2 and purchase_ref = $3 and report = $4
         and refund_ref = $5 and amount_minor = $6::bigint`,
      [tx.organizationId, connectionId, message.purchaseRef, message.state, message.refundRef, message.amountMinor.toString()],
    )
    return known !== undefined
  }
  if (message.kind !== 'dispute') return false
  const [latest] = await tx.query<{ state: string; same: boolean }>(
    `select state, amount_minor = $5::bigint as same from payment_disputes
     where organization_id = $1 and connection_id = $2 and purchase_ref = $3 and dispute_ref = $4 order by reported_at desc limit 1`,
    [tx.organizationId, connectionId, message.purchaseRef, message.disputeRef, message.amountMinor.toString()],
  )
  return latest?.state === message.state && latest.same
}
