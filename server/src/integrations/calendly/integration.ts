import { recordBooking } from '../../modules/events/service/index.ts'
import type { Integration } from '../integration.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const calendly: Integration = {
  provider: 'calendly',
  webhooksAMinute: 100,
  verifyWebhook,
  deliveryKind,
  deliveryKey,
  async process(tx, { body, connectionId, actor }) {
    const message = toDomain(body)
    if (message.kind === 'ignored') return { state: 'ignored', result: message.reason }
    const { summary } = await recordBooking({ actor, input: { message, connectionId }, tx })
    return { state: 'processed', result: summary }
  },
}
