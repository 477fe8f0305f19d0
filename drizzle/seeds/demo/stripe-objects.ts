import { slug } from './leads.ts'
import { organization } from './people.ts'
import type { Purchase, Refund } from './truth.ts'

export const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000)

const currency = organization.currency.toLowerCase()

/** What the card and the bank said; the same in every message of a purchase. */
export interface StripeIds {
  /** The end that a purchase's other ids share. */
  end: string
  brand: 'visa' | 'mastercard' | 'amex'
  last4: string
  riskScore: number
}

const address = { city: null, country: 'US', line1: null, line2: null, postal_code: null, state: null }

export function paymentIntent(purchase: Purchase): object {
  const { ref, chargeRef, methodRef, amountMinor, paidAt, payer, description, metadata, told } = purchase
  return {
    id: ref,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: amountMinor,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: amountMinor,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: null,
    confirmation_method: 'automatic',
    created: seconds(paidAt),
    currency,
    customer: payer.ref,
    customer_account: null,
    description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: chargeRef,
    livemode: false,
    managed_payments: null,
    metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: methodRef,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: payer.email,
    review: null,
    setup_future_usage: told === 'first_instalment' || told === 'renewal' ? 'off_session' : null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
}

/** The same purchase while the bank still says no. */
export const declinedIntent = (purchase: Purchase, ids: StripeIds): object => ({
  ...paymentIntent(purchase),
  amount_received: 0,
  last_payment_error: {
    charge: `ch_3declined${ids.end}`,
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    type: 'card_error',
  },
  latest_charge: `ch_3declined${ids.end}`,
  payment_method: null,
  status: 'requires_payment_method',
})

export function charge(purchase: Purchase, ids: StripeIds, refundedMinor = 0): object {
  const { ref, chargeRef, methodRef, amountMinor, paidAt, payer, description, metadata } = purchase
  return {
    id: chargeRef,
    object: 'charge',
    amount: amountMinor,
    amount_captured: amountMinor,
    amount_refunded: refundedMinor,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: `txn_3${ids.end}`,
    billing_details: { address, email: payer.email, name: payer.name, phone: payer.phone, tax_id: null },
    calculated_statement_descriptor: organization.name.toUpperCase(),
    captured: true,
    created: seconds(paidAt),
    currency,
    customer: payer.ref,
    description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      risk_score: ids.riskScore,
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    paid: true,
    payment_intent: ref,
    payment_method: methodRef,
    payment_method_details: { card: card(purchase, ids), type: 'card' },
    receipt_email: payer.email,
    receipt_number: null,
    receipt_url: `https://pay.stripe.com/receipts/payment/${ids.end}`,
    refunded: refundedMinor === amountMinor,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
}

const card = ({ amountMinor, payer }: Purchase, { brand, last4 }: StripeIds): object => ({
  amount_authorized: amountMinor,
  authorization_code: null,
  brand,
  checks: { address_line1_check: null, address_postal_code_check: 'pass', cvc_check: 'pass' },
  country: 'US',
  exp_month: 8,
  exp_year: 2031,
  extended_authorization: { status: 'disabled' },
  fingerprint: `print${slug(payer.name)}`,
  funding: 'credit',
  incremental_authorization: { status: 'unavailable' },
  installments: null,
  last4,
  mandate: null,
  multicapture: { status: 'unavailable' },
  network: brand,
  network_token: { used: false },
  network_transaction_id: null,
  overcapture: { maximum_amount_capturable: amountMinor, status: 'unavailable' },
  regulated_status: 'unregulated',
  three_d_secure: null,
  wallet: null,
})

export const refundObject = (purchase: Purchase, refund: Refund, hasFailed = false): object => ({
  id: refund.ref,
  object: 'refund',
  amount: refund.amountMinor,
  balance_transaction: `txn_3${refund.ref.slice(4)}`,
  charge: purchase.chargeRef,
  created: seconds(refund.at),
  currency,
  customer: purchase.payer.ref,
  customer_account: null,
  destination_details: {
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    type: 'card',
  },
  metadata: { approved_by: organization.ownerEmail },
  payment_intent: purchase.ref,
  payment_method: purchase.methodRef,
  reason: 'requested_by_customer',
  receipt_number: null,
  source_transfer_reversal: null,
  status: hasFailed ? 'failed' : 'succeeded',
  transfer_reversal: null,
  ...(hasFailed ? { failure_reason: 'expired_or_canceled_card', failure_balance_transaction: `txn_3f${refund.ref.slice(5)}` } : {}),
})

/** A checkout. One that starts a plan names subscription and invoice instead of the payment. */
export function checkoutSession(purchase: Purchase, ids: StripeIds): object {
  const { amountMinor, paidAt, payer, metadata, subscription, invoice } = purchase
  const openedAt = seconds(paidAt) - 140
  return {
    id: `cs_test_${ids.end}`,
    object: 'checkout.session',
    amount_subtotal: amountMinor,
    amount_total: amountMinor,
    cancel_url: null,
    client_reference_id: null,
    created: openedAt,
    currency,
    customer: payer.ref,
    customer_creation: subscription ? null : 'always',
    customer_details: {
      address,
      business_name: null,
      email: payer.email,
      individual_name: null,
      name: payer.name,
      phone: payer.phone,
      tax_exempt: 'none',
      tax_ids: [],
    },
    customer_email: null,
    custom_fields: [],
    discounts: [],
    expires_at: openedAt + 86_400,
    invoice: invoice?.ref ?? null,
    livemode: false,
    locale: 'auto',
    metadata,
    mode: subscription ? 'subscription' : 'payment',
    payment_intent: subscription ? null : purchase.ref,
    payment_link: `plink_1${ids.end.slice(0, 20)}`,
    payment_method_collection: subscription ? 'always' : 'if_required',
    payment_method_types: ['card'],
    payment_status: 'paid',
    setup_intent: null,
    status: 'complete',
    submit_type: subscription ? null : 'auto',
    subscription: subscription?.ref ?? null,
    success_url: 'https://kestrel.example/welcome',
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: null,
    url: null,
  }
}
