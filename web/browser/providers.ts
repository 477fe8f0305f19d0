import { createHmac, randomUUID } from 'node:crypto'
import type { DemoAccess } from './running-demo.ts'

const sign = (secret: string, body: string): string => {
  const at = Math.floor(Date.now() / 1000)
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

async function post(url: string, header: string, signature: string, body: string): Promise<void> {
  const answer = await fetch(url.replace('localhost', '127.0.0.1'), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', [header]: signature },
  })
  if (answer.status !== 200) throw new Error(`The webhook was answered ${answer.status}: ${await answer.text()}`)
}

export interface Booking {
  name: string
  email: string
  /** The closer who hosts the call. */
  hostEmail: string
  scheduledAt: Date
  /** What its link names as the source; Instagram unless said. */
  source?: string
}

/** Books a call as Calendly would tell it, signed with the connection's key. */
export async function bookCall({ connections }: DemoAccess, booking: Booking): Promise<void> {
  const { webhookUrl, signingSecret } = connections.calendly
  const scheduledEvent = `https://api.calendly.com/scheduled_events/${randomUUID()}`
  const bookedAt = new Date(booking.scheduledAt.getTime() - 86_400_000).toISOString()
  const body = JSON.stringify({
    event: 'invitee.created',
    created_at: bookedAt,
    payload: {
      uri: `${scheduledEvent}/invitees/${randomUUID()}`,
      email: booking.email,
      name: booking.name,
      created_at: bookedAt,
      rescheduled: false,
      old_invitee: null,
      new_invitee: null,
      tracking: { utm_source: booking.source ?? 'instagram' },
      questions_and_answers: [],
      scheduled_event: {
        uri: scheduledEvent,
        name: 'Strategy Call',
        start_time: booking.scheduledAt.toISOString(),
        end_time: new Date(booking.scheduledAt.getTime() + 45 * 60_000).toISOString(),
        event_memberships: [{ user_email: booking.hostEmail, user_name: 'Host' }],
      },
    },
  })
  await post(webhookUrl, 'calendly-webhook-signature', sign(signingSecret, body), body)
}

/** Pays as Stripe would tell it, signed with the connection's secret. */
export async function pay(
  { connections }: DemoAccess,
  payment: { email: string; name: string; amountMinor: number; currency: string },
): Promise<void> {
  const { webhookUrl, signingSecret } = connections.stripe
  const created = Math.floor(Date.now() / 1000)
  const id = `pi_${randomUUID().replaceAll('-', '')}`
  const body = JSON.stringify({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    type: 'payment_intent.succeeded',
    created,
    data: {
      object: {
        id,
        object: 'payment_intent',
        amount_received: payment.amountMinor,
        currency: payment.currency,
        created,
        customer: `cus_${randomUUID().slice(0, 8)}`,
        description: 'Coaching, paid in full',
        latest_charge: `ch_${randomUUID().replaceAll('-', '')}`,
        metadata: {},
        receipt_email: payment.email,
      },
    },
  })
  await post(webhookUrl, 'stripe-signature', sign(signingSecret, body), body)
}
