import { acuity } from './acuity/integration.ts'
import { calendly } from './calendly/integration.ts'
import { custom } from './custom/integration.ts'
import type { Integration } from './integration.ts'
import { manychat } from './manychat/integration.ts'
import { stripe } from './stripe/integration.ts'
import { whop } from './whop/integration.ts'

const integrations = new Map<string, Integration>(
  [calendly, acuity, stripe, whop, manychat, custom].map((integration) => [integration.provider, integration]),
)

/** The integration of a provider, by the name that stands in its webhook address. */
export const integrationOf = (provider: string): Integration | undefined => integrations.get(provider)
