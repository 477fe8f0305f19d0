import type { Provider } from '@clinch/drizzle/tables'

/** What the providers are called. */
export const providerNames: Readonly<Record<Provider, string>> = { calendly: 'Calendly', stripe: 'Stripe', whop: 'Whop' }
