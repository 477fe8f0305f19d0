import type { PaymentOrigin, Provider } from '../../apollo/generated/graphql.ts'
import { providerNames } from '../../lib/provider-names.ts'

const origins: Readonly<Record<PaymentOrigin, string>> = {
  PROCESSOR: 'by a processor',
  FORM: 'on the form',
  MANUAL: 'by hand',
  IMPORT: 'by import',
}

/** Who told of a payment: `by Stripe`, `on the form`. */
export const toldBy = ({ provider, origin }: { provider: Provider | null; origin: PaymentOrigin }): string =>
  provider ? `by ${providerNames[provider]}` : origins[origin]
