import type { CalledProvider } from '../kernel/outbound-call.ts'

/** The providers whose APIs Clinch calls for a connection, each at its one address. */
export const calledProviders = ({
  CALENDLY_URL,
  ACUITY_URL,
  STRIPE_URL,
}: Record<'CALENDLY_URL' | 'ACUITY_URL' | 'STRIPE_URL', string>): Readonly<Record<string, CalledProvider>> => ({
  calendly: { name: 'Calendly', baseUrl: CALENDLY_URL },
  acuity: { name: 'Acuity', baseUrl: ACUITY_URL },
  stripe: { name: 'Stripe', baseUrl: STRIPE_URL },
})
