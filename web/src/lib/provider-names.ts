/** What the providers are called. */
export const providerNames = {
  CALENDLY: 'Calendly',
  ACUITY: 'Acuity',
  STRIPE: 'Stripe',
  WHOP: 'Whop',
  MANYCHAT: 'ManyChat',
  CUSTOM: 'Your system',
} as const
