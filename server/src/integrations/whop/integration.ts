import { paymentProcessor } from '../payment-processor.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

/** How a card looks and where its holder lives, and what opens without signing in. */
const unneeded = [
  ...['city', 'line1', 'line2', 'postal_code', 'state'].map((part) => `billing_address.${part}`),
  ...['shipping_address', 'payment_method.card', 'issuer_identification_number', 'license_key', 'manage_url'],
]

export const whop = paymentProcessor({
  provider: 'whop',
  webhooksAMinute: 60,
  verifyWebhook,
  unneeded,
  deliveryKind,
  deliveryKey,
  toDomain,
})
