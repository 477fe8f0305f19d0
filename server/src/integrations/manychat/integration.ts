import type { Integration } from '../integration.ts'
import { processLead } from '../lead-done.ts'
import { deliveryKey, deliveryKind, reply, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const manychat: Integration = {
  provider: 'manychat',
  webhooksAMinute: 60,
  verifyWebhook,
  deliveryKind,
  deliveryKey,
  reply,
  interpret: ({ body, receivedAt }) => toDomain(body, receivedAt),
  prepare: (message) => (tx) => processLead(tx, toDomain(message.body, message.receivedAt), message),
}
