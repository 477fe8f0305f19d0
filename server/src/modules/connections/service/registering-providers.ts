import type { Provider } from '@clinch/drizzle/tables'

/** The providers whose webhooks Clinch registers, and what somebody is told who has no key for it. */
const registering: Readonly<Partial<Record<Provider, { key: string }>>> = {
  calendly: {
    key: 'Calendly takes webhooks with a personal access token, and none is on file. Make one in Calendly as an owner or admin, under Integrations, API and webhooks, and enter it as the API key.',
  },
}

/** How a provider’s webhook is registered; undefined for one where that is done by hand. */
export const registeringProvider = (provider: Provider): { key: string } | undefined => registering[provider]
