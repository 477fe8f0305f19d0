import type { PaymentOrigin, Provider } from '../../apollo/generated/graphql.ts'

const providers: Readonly<Record<Provider, string>> = { CALENDLY: 'Calendly', STRIPE: 'Stripe' }

const origins: Readonly<Record<PaymentOrigin, string>> = {
  PROCESSOR: 'a processor',
  FORM: 'the post-call form',
  MANUAL: 'hand',
  IMPORT: 'import',
}

/** Who told of a payment: `Stripe`, `the post-call form`. Reads after "by". */
export const toldBy = ({ provider, origin }: { provider: Provider | null; origin: PaymentOrigin }): string =>
  provider ? providers[provider] : origins[origin]
