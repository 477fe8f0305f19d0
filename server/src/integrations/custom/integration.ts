import { recordBooking } from '../../modules/events/service/index.ts'
import { ofBooking } from '../booking-done.ts'
import type { Integration } from '../integration.ts'
import { processLead } from '../lead-done.ts'
import { processPayment } from '../payment-processor.ts'
import { verifyStandardWebhook } from '../webhook-signature.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'

export const custom: Integration = {
  provider: 'custom',
  webhooksAMinute: 60,
  verifyWebhook: verifyStandardWebhook,
  deliveryKind,
  deliveryKey,
  interpret: ({ body, connectionId }) => toDomain(body, connectionId),
  prepare: (stored) => async (tx) => {
    const { connectionId, actor } = stored
    const message = toDomain(stored.body, connectionId)
    if (message.kind === 'booking') return ofBooking(await recordBooking({ actor, input: { message, connectionId }, tx }))
    if (message.kind === 'lead') return processLead(tx, message, stored)
    return processPayment(tx, message, stored)
  },
}
