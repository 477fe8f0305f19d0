import { type PaymentMessage, recordPaymentMessage } from '../modules/payments/service/index.ts'
import type { Ignored } from './ignored.ts'
import type { Integration } from './integration.ts'

/** An integration whose messages tell of payments. */
export const paymentProcessor = ({
  toDomain,
  ...integration
}: Omit<Integration, 'process'> & { toDomain: (body: unknown) => PaymentMessage | Ignored }): Integration => ({
  ...integration,
  async process(tx, { body, connectionId, actor }) {
    const message = toDomain(body)
    if (message.kind === 'ignored') return { state: 'ignored', result: message.reason }
    const { summary } = await recordPaymentMessage({ actor, input: { message, connectionId }, tx })
    return { state: 'processed', result: summary }
  },
})
