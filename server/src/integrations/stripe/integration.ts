import { paymentProcessor } from '../payment-processor.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'
import { verifyWebhook } from './verify-webhook.ts'

/** How a card looks, where its holder lives but for the country, and pages that open without signing in. */
const unneeded = [
  ...['card', 'us_bank_account', 'sepa_debit', 'acss_debit', 'bacs_debit', 'link', 'paypal'].map(
    (method) => `payment_method_details.${method}`,
  ),
  ...['billing_details.address', 'customer_details.address', 'customer_address'].flatMap((address) =>
    ['city', 'line1', 'line2', 'postal_code', 'state'].map((part) => `${address}.${part}`),
  ),
  ...['shipping.address', 'shipping_details.address', 'customer_shipping', 'customer_tax_ids'],
  ...['receipt_url', 'hosted_invoice_url', 'invoice_pdf'],
]

export const stripe = paymentProcessor({
  provider: 'stripe',
  webhooksAMinute: 60,
  verifyWebhook,
  unneeded,
  deliveryKind,
  deliveryKey,
  toDomain,
})
