import { recordBooking } from '../../modules/events/service/index.ts'
import { ofBooking } from '../booking-done.ts'
import type { Integration } from '../integration.ts'
import { lookUp } from './look-up.ts'
import { deliveryKey, deliveryKind, parseBody, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const acuity: Integration = {
  provider: 'acuity',
  webhooksAMinute: 60,
  verifyWebhook,
  parseBody,
  deliveryKind,
  deliveryKey,
  async prepare(message, services) {
    const seen = await lookUp(message, services)
    return async (tx) => {
      const booking = toDomain(message.body, seen)
      if (booking.kind === 'ignored') return { state: 'ignored', result: booking.reason }
      const booked = await recordBooking({ actor: message.actor, input: { message: booking, connectionId: message.connectionId }, tx })
      return ofBooking(booked)
    }
  },
}
