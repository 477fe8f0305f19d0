import { recordBooking } from '../../modules/events/service/index.ts'
import { ofBooking } from '../booking-done.ts'
import type { Integration } from '../integration.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const calendly: Integration = {
  provider: 'calendly',
  webhooksAMinute: 100,
  verifyWebhook,
  // Whoever has these addresses may cancel or move the call; guests are nobody's lead.
  unneeded: ['cancel_url', 'reschedule_url', 'event_guests.email'],
  deliveryKind,
  deliveryKey,
  interpret: ({ body }) => toDomain(body),
  prepare:
    ({ body, connectionId, actor }) =>
    async (tx) => {
      const message = toDomain(body)
      if (message.kind === 'ignored') return { state: 'ignored', result: message.reason }
      const booked = await recordBooking({ actor, input: { message, connectionId }, tx })
      return ofBooking(booked)
    },
}
