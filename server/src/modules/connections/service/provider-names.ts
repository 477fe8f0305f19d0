import type { Provider } from '@clinch/drizzle/tables'

/** What the providers are called. */
export const providerNames: Readonly<Record<Provider, string>> = {
  calendly: 'Calendly',
  acuity: 'Acuity',
  stripe: 'Stripe',
  whop: 'Whop',
  manychat: 'ManyChat',
  custom: 'your own system',
}

/** What the thing is called that proves a provider's webhooks. */
export const proofNames: Readonly<Record<Provider, string>> = {
  calendly: 'signing secret',
  acuity: 'API key',
  stripe: 'signing secret',
  whop: 'signing secret',
  manychat: 'token',
  custom: 'signing secret',
}
