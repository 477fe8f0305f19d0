/**
 * What Clinch acts on, of the providers whose webhooks send what is chosen: people are told to choose these, and what is registered for
 * them asks for these. A webhook that sends more does no harm; one that sends less leaves money and calls out.
 */
export const webhookEvents = {
  calendly: ['invitee.created', 'invitee.canceled', 'invitee_no_show.created', 'invitee_no_show.deleted'],
  stripe: [
    'payment_intent.succeeded',
    'charge.succeeded',
    'charge.captured',
    'charge.refunded',
    'refund.created',
    'refund.updated',
    'refund.failed',
    'charge.dispute.created',
    'charge.dispute.updated',
    'charge.dispute.closed',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.funds_reinstated',
    'checkout.session.completed',
    'checkout.session.async_payment_succeeded',
    'customer.subscription.created',
    'customer.subscription.updated',
    'customer.subscription.deleted',
    'customer.subscription.paused',
    'customer.subscription.resumed',
    'invoice.paid',
    'invoice_payment.paid',
  ],
  whop: [
    'payment.succeeded',
    'refund.created',
    'refund.updated',
    'dispute.created',
    'dispute.updated',
    'membership.activated',
    'membership.deactivated',
    'membership.cancel_at_period_end_changed',
    'membership.trial_ending_soon',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What a key must be allowed, in its provider's own words, to be shown the lists of a sync with all that is read of them. */
export const syncPermissions = {
  whop: [
    'payment:basic:read',
    'payment:dispute:read',
    'member:basic:read',
    'member:email:read',
    'member:phone:read',
    'plan:basic:read',
    'access_pass:basic:read',
    'promo_code:basic:read',
    'shipment:basic:read',
    'company:basic:read',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>
