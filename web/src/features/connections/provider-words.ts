import type { Provider } from '../../apollo/generated/graphql.ts'
import { providerNames } from '../../lib/provider-names.ts'

export interface ProviderWords {
  name: string
  /** What it tells of: a booking tool is mapped to setters and sources, a processor's payments are credited. */
  tells: 'bookings' | 'payments'
  /** Two letters for its mark. */
  mark: string
  /** What it brings, for a provider that is not connected. */
  brings: string
  /** How the next step is called, for the same. */
  needs: string
  /** What the API key is, in the provider's own words. */
  apiKeyHint: string
}

/** The providers in the order in which they are offered. */
export const providers = ['CALENDLY', 'STRIPE', 'WHOP'] as const satisfies readonly Provider[]

export const providerWords: Readonly<Record<Provider, ProviderWords>> = {
  CALENDLY: {
    name: providerNames.CALENDLY,
    tells: 'bookings',
    mark: 'Ca',
    brings: 'Bookings, reschedules and no-shows',
    needs: 'Needs a paid plan, about 5 min',
    apiKeyHint: 'A personal access token. Bookings arrive without it.',
  },
  STRIPE: {
    name: providerNames.STRIPE,
    tells: 'payments',
    mark: 'St',
    brings: 'Payments and refunds',
    needs: 'Takes about 3 min',
    apiKeyHint: 'A restricted key with read rights. Payments arrive without it.',
  },
  WHOP: {
    name: providerNames.WHOP,
    tells: 'payments',
    mark: 'Wh',
    brings: 'Payments, renewals and refunds',
    needs: 'Takes about 3 min',
    apiKeyHint: 'A company key with read rights. Payments arrive without it.',
  },
}

/** What Clinch acts on; a webhook that sends more does no harm. */
export const webhookEvents: Readonly<Record<Provider, readonly string[]>> = {
  CALENDLY: ['invitee.created', 'invitee.canceled', 'invitee_no_show.created', 'invitee_no_show.deleted'],
  STRIPE: [
    'payment_intent.succeeded',
    'charge.succeeded',
    'charge.refunded',
    'checkout.session.completed',
    'invoice.paid',
    'invoice_payment.paid',
    'refund.created',
    'refund.updated',
    'refund.failed',
  ],
  WHOP: ['payment.succeeded', 'refund.created', 'refund.updated'],
}
