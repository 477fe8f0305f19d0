/** What the providers are called. */
export const providerNames = { CALENDLY: 'Calendly', STRIPE: 'Stripe', WHOP: 'Whop' } as const
