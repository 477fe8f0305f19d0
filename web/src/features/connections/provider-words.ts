import { syncPermissions } from '@clinch/schema/providers'
import type { Provider } from '../../apollo/generated/graphql.ts'
import { providerNames } from '../../lib/provider-names.ts'

export interface ProviderWords {
  name: string
  /** How it is called within a sentence. */
  inWords: string
  /** What it tells of: a booking tool is mapped to setters and sources, a processor's payments are credited. */
  tells: 'bookings' | 'payments' | 'leads' | 'anything'
  /**
   * What proves its webhooks: a secret that is made here and told to it, one that it makes and shows, its API key, or one that Clinch
   * makes and shows once.
   */
  proof: 'told' | 'shown' | 'api-key' | 'made'
  /** What that is called. */
  proofName: string
  /** Two letters for its mark. */
  mark: string
  /** What it brings, for a provider that is not connected. */
  brings: string
  /** How the next step is called, for the same. */
  needs: string
  /** What the API key is, in the provider's own words; null where Clinch never calls it. */
  apiKeyHint: string | null
  /** What it is asked with when it is synced, and where that is made; null where Clinch never asks it for what it has. */
  syncKeyAdvice: string | null
  /** What that key must be allowed, in the provider’s own words, where they name each thing that is read. */
  syncPermissions?: readonly string[]
}

/** The providers in the order in which they are offered. */
export const providers = [
  'CALENDLY',
  'ACUITY',
  'STRIPE',
  'WHOP',
  'MANYCHAT',
  'CUSTOM',
] as const satisfies readonly Provider[]

export const providerWords: Readonly<Record<Provider, ProviderWords>> = {
  CALENDLY: {
    name: providerNames.CALENDLY,
    inWords: providerNames.CALENDLY,
    tells: 'bookings',
    proof: 'told',
    proofName: 'Signing secret',
    mark: 'Ca',
    brings: 'Bookings, reschedules and no-shows',
    needs: 'Needs a paid plan, about 5 min',
    apiKeyHint: 'A personal access token of an owner or admin. With it Clinch registers the webhook itself, and syncs.',
    syncKeyAdvice:
      'Calendly is asked with a personal access token, which an owner or admin of your Calendly organization makes there under Integrations, API and webhooks.',
  },
  ACUITY: {
    name: providerNames.ACUITY,
    inWords: providerNames.ACUITY,
    tells: 'bookings',
    proof: 'api-key',
    proofName: 'API key',
    mark: 'Ac',
    brings: 'Bookings, moves and no-shows',
    needs: 'Needs a user id and key, about 3 min',
    apiKeyHint: 'Beside the user id. Acuity signs with it, and Clinch asks for each appointment with it.',
    syncKeyAdvice: null,
  },
  STRIPE: {
    name: providerNames.STRIPE,
    inWords: providerNames.STRIPE,
    tells: 'payments',
    proof: 'shown',
    proofName: 'Signing secret',
    mark: 'St',
    brings: 'Payments and refunds',
    needs: 'Takes about 3 min',
    apiKeyHint: 'A restricted key with read rights. Payments arrive without it; syncs ask with it.',
    syncKeyAdvice:
      'Stripe is asked with a restricted key, made there under Developers, API keys, that may read invoices, checkout sessions, charges, payment intents, refunds and disputes.',
  },
  WHOP: {
    name: providerNames.WHOP,
    inWords: providerNames.WHOP,
    tells: 'payments',
    proof: 'shown',
    proofName: 'Signing secret',
    mark: 'Wh',
    brings: 'Payments, renewals and refunds',
    needs: 'Takes about 3 min',
    apiKeyHint:
      'A company API key with read rights, made in Whop’s dashboard under Developer. Payments arrive without it; syncs ask with it.',
    syncKeyAdvice:
      'Whop is asked with an API key of your company, made in its dashboard under Developer, with these permissions. It says itself which company it is of.',
    syncPermissions: syncPermissions.whop,
  },
  MANYCHAT: {
    name: providerNames.MANYCHAT,
    inWords: providerNames.MANYCHAT,
    tells: 'leads',
    proof: 'made',
    proofName: 'Token',
    mark: 'Ma',
    brings: 'Leads from automations',
    needs: 'Takes about 5 min',
    apiKeyHint: null,
    syncKeyAdvice: null,
  },
  CUSTOM: {
    name: providerNames.CUSTOM,
    inWords: 'your own system',
    tells: 'anything',
    proof: 'made',
    proofName: 'Signing secret',
    mark: '{}',
    brings: 'Bookings, payments and leads',
    needs: 'Needs a developer',
    apiKeyHint: null,
    syncKeyAdvice: null,
  },
}
