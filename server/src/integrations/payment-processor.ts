import type { Tx } from '../database/tx.ts'
import { type PaymentMessage, paymentsOfMessage, recordPaymentMessage } from '../modules/payments/service/index.ts'
import type { Ignored } from './ignored.ts'
import type { Integration, Processed, StoredMessage } from './integration.ts'

/** An integration whose messages tell of payments. */
export const paymentProcessor = ({
  toDomain,
  ...integration
}: Omit<Integration, 'prepare' | 'interpret'> & { toDomain: (body: unknown) => PaymentMessage | Ignored }): Integration => ({
  ...integration,
  interpret: ({ body }) => toDomain(body),
  prepare: (stored) => (tx) => {
    const message = toDomain(stored.body)
    return message.kind === 'ignored' ? Promise.resolve({ state: 'ignored', result: message.reason }) : processPayment(tx, message, stored)
  },
})

/** Records what was told of a payment, and says whose it is. */
export async function processPayment(tx: Tx, message: PaymentMessage, { connectionId: toldBy, actor }: StoredMessage): Promise<Processed> {
  const { summary, connectionId } = await recordPaymentMessage({ actor, input: { message, connectionId: toldBy }, tx })
  const payments = await paymentsOfMessage(tx, connectionId, message)
  const leadIds = new Set(payments.flatMap(({ leadId }) => (leadId === null ? [] : [leadId])))
  const touched = [
    ...payments.map(({ id }) => ({ kind: 'payment' as const, id })),
    ...[...leadIds].map((id) => ({ kind: 'lead' as const, id })),
  ]
  return { state: 'processed', result: summary, touched }
}
