import type { Settings } from '../config/env.ts'
import type { CalledProvider } from '../kernel/outbound-call.ts'

/** The version of Whop's API, by its day, whose shapes are read: a key that is made today is answered in the newest unless one is named. */
const whopVersion = '2025-01-01'

/** The providers whose APIs Clinch calls for a connection, each at its one address. */
export const calledProviders = ({
  CALENDLY_URL,
  ACUITY_URL,
  STRIPE_URL,
  WHOP_URL,
}: Pick<Settings, 'CALENDLY_URL' | 'ACUITY_URL' | 'STRIPE_URL' | 'WHOP_URL'>): Readonly<Record<string, CalledProvider>> => ({
  calendly: { name: 'Calendly', baseUrl: CALENDLY_URL },
  acuity: { name: 'Acuity', baseUrl: ACUITY_URL },
  stripe: { name: 'Stripe', baseUrl: STRIPE_URL },
  whop: { name: 'Whop', baseUrl: WHOP_URL, headers: { 'api-version-date': whopVersion } },
})
