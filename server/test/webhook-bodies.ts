/** A booking as Calendly tells it. */
export function calendlyBooking(invitee: string, change: { event?: string; email?: string; name?: string } = {}): string {
  const scheduledEvent = 'https://api.calendly.com/scheduled_events/c1a7e2d0-0001-4f00-8000-000000000101'
  return JSON.stringify({
    event: change.event ?? 'invitee.created',
    created_at: '2026-10-02T18:22:42.000000Z',
    payload: {
      uri: `${scheduledEvent}/invitees/${invitee}`,
      email: change.email ?? 'dana.whitfield@example.com',
      name: change.name ?? 'Dana Whitfield',
      created_at: '2026-10-02T18:22:41.310455Z',
      rescheduled: false,
      old_invitee: null,
      new_invitee: null,
      tracking: { utm_source: 'instagram', utm_medium: 'dm', utm_content: 'setter-marcus-hale' },
      questions_and_answers: [{ question: 'Best phone number for your call', answer: '+1 202-555-0143', position: 0 }],
      scheduled_event: {
        uri: scheduledEvent,
        name: 'Strategy Call',
        start_time: '2026-10-06T15:00:00.000000Z',
        end_time: '2026-10-06T15:45:00.000000Z',
        event_memberships: [{ user_email: 'priya.nair@northlight.example', user_name: 'Priya Nair' }],
      },
    },
  })
}

/** A payment as Stripe tells it. */
export function stripePayment(purchase: string, change: { eventId?: string; amountMinor?: number } = {}): string {
  return JSON.stringify({
    id: change.eventId ?? `evt_${purchase}`,
    object: 'event',
    type: 'payment_intent.succeeded',
    created: 1_791_388_933,
    data: {
      object: {
        id: purchase,
        object: 'payment_intent',
        amount_received: change.amountMinor ?? 300_000,
        currency: 'usd',
        created: 1_791_388_931,
        customer: 'cus_dana',
        description: 'First instalment',
        latest_charge: `ch_${purchase}`,
        client_secret: `${purchase}_secret_doNotShow`,
        metadata: {},
        receipt_email: 'dana.whitfield@example.com',
      },
    },
  })
}

/** A lead as a system of somebody's own tells of one. */
export const customLead = (id: string, change: { email?: string } = {}) => ({
  id,
  kind: 'lead',
  sent_at: '2026-10-02T18:05:44Z',
  lead: { ref: 'contact-1', name: 'Dana Whitfield', email: change.email ?? 'dana.whitfield@example.com', phone: '+12025550143' },
  fields: { source: 'Webinar', traffic_type: 'Warm' },
})
