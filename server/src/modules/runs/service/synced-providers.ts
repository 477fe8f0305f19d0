import type { Provider } from '@clinch/drizzle/tables'
import type { RunKind } from './run-rows.ts'

/** What a sync of a provider takes in, and what it is asked with. */
export interface SyncedProvider {
  kind: RunKind
  /** What the key is called at the provider, and where it is made: what somebody without one is told. */
  key: string
}

const synced: Readonly<Partial<Record<Provider, SyncedProvider>>> = {
  calendly: {
    kind: 'booking_sync',
    key: 'Calendly is asked with a personal access token, and none is on file. Make one in Calendly under Integrations, API and webhooks, and enter it as the API key.',
  },
  stripe: {
    kind: 'payment_sync',
    key: 'Stripe is asked with a key, and none is on file. Make a restricted key in Stripe under Developers, API keys, that may read invoices, checkout sessions, charges, payment intents, refunds and disputes, and enter it as the API key.',
  },
  whop: {
    kind: 'payment_sync',
    key: 'Whop is asked with a company API key, and none is on file. Make one in Whop’s dashboard under Developer, that may read payments, disputes and members, and enter it as the API key.',
  },
}

/** How a provider is synced; undefined for one that is never asked for what it has. */
export const syncedProvider = (provider: Provider): SyncedProvider | undefined => synced[provider]
