import { recordPaymentMessage } from '../../modules/payments/service/index.ts'
import type { Integration } from '../integration.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const stripe: Integration = {
  provider: 'stripe',
  webhooksAMinute: 60,
  verifyWebhook,
  deliveryKind,
  deliveryKey,
  async process(tx, { body, connectionId, actor }) {
    const message = toDomain(body)
    if (message.kind === 'ignored') return { state: 'ignored', result: message.reason }
    const { summary } = await recordPaymentMessage({ actor, input: { message, connectionId }, tx })
    return { state: 'processed', result: summary }
  },
}
