import type { PaymentOrigin, Provider } from '../../apollo/generated/graphql.ts'

const providers: Readonly<Record<Provider, string>> = { CALENDLY: 'by Calendly', STRIPE: 'by Stripe' }

const origins: Readonly<Record<PaymentOrigin, string>> = {
  PROCESSOR: 'by a processor',
  FORM: 'on the form',
  MANUAL: 'by hand',
  IMPORT: 'by import',
}

/** Who told of a payment: `by Stripe`, `on the form`. */
export const toldBy = ({ provider, origin }: { provider: Provider | null; origin: PaymentOrigin }): string =>
  provider ? providers[provider] : origins[origin]
