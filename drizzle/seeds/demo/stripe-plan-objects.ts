import { dayMs } from './clock.ts'
import { organization } from './people.ts'
import { seconds } from './stripe-objects.ts'
import type { Purchase, Subscription } from './truth.ts'

const currency = organization.currency.toLowerCase()
const monthSeconds = (30 * dayMs) / 1000

/** A purchase that an invoice of a subscription asked for. */
export type PlanPurchase = Purchase & { subscription: Subscription; invoice: NonNullable<Purchase['invoice']> }

export const isOfPlan = (purchase: Purchase): purchase is PlanPurchase => purchase.subscription !== null && purchase.invoice !== null

const planMetadata = ({ subscription }: PlanPurchase): object => ({
  package: subscription.package.key,
  terms: 'pay_in_3',
})

export function invoice(purchase: PlanPurchase): object {
  const { amountMinor, paidAt, payer, subscription, description, invoice: asked, told } = purchase
  const paid = seconds(paidAt)
  return {
    id: asked.ref,
    object: 'invoice',
    amount_due: amountMinor,
    amount_overpaid: 0,
    amount_paid: amountMinor,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
    billing_reason: told === 'renewal' ? 'subscription_cycle' : 'subscription_create',
    collection_method: 'charge_automatically',
    created: paid - 5,
    currency,
    customer: payer.ref,
    customer_email: payer.email,
    customer_name: payer.name,
    description: null,
    lines: {
      object: 'list',
      data: [line(purchase, description)],
      has_more: false,
      url: `/v1/invoices/${asked.ref}/lines`,
    },
    livemode: false,
    metadata: {},
    number: asked.number,
    parent: {
      quote_details: null,
      subscription_details: { metadata: planMetadata(purchase), subscription: subscription.ref },
      type: 'subscription_details',
    },
    period_end: paid,
    period_start: told === 'renewal' ? paid - monthSeconds : paid,
    status: 'paid',
    status_transitions: { finalized_at: paid - 2, marked_uncollectible_at: null, paid_at: paid, voided_at: null },
    subtotal: amountMinor,
    total: amountMinor,
    total_taxes: [],
  }
}

function line(purchase: PlanPurchase, description: string): object {
  const { amountMinor, paidAt, subscription, invoice: asked } = purchase
  return {
    id: `il_1${asked.ref.slice(4)}`,
    object: 'line_item',
    amount: amountMinor,
    currency,
    description: `1 x ${description}`,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: asked.ref,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: subscription.ref,
        subscription_item: subscription.itemRef,
      },
      type: 'subscription_item_details',
    },
    period: { start: seconds(paidAt), end: seconds(paidAt) + monthSeconds },
    pretax_credit_amounts: [],
    pricing: {
      price_details: priceOf(subscription),
      type: 'price_details',
      unit_amount_decimal: String(amountMinor),
    },
    quantity: 1,
    taxes: [],
  }
}

const priceOf = ({ package: sold }: Subscription) => ({
  price: `price_1kestrel${sold.key.replaceAll('-', '')}`,
  product: `prod_kestrel${sold.key.replaceAll('-', '')}`,
})

export const invoicePayment = ({ amountMinor, paidAt, ref, invoice: asked }: PlanPurchase): object => ({
  id: asked.paymentRef,
  object: 'invoice_payment',
  amount_paid: amountMinor,
  amount_requested: amountMinor,
  created: seconds(paidAt) - 2,
  currency,
  invoice: asked.ref,
  is_default: true,
  livemode: false,
  payment: { payment_intent: ref, type: 'payment_intent' },
  status: 'paid',
  status_transitions: { canceled_at: null, paid_at: seconds(paidAt) },
})

/** The plan itself, as it began or as it ended. */
export function subscriptionObject(purchase: PlanPurchase, endedAt: Date | null): object {
  const { subscription, payer, invoice: asked } = purchase
  const started = seconds(subscription.startedAt)
  const ended = endedAt ? seconds(endedAt) : null
  const { price, product } = priceOf(subscription)
  return {
    id: subscription.ref,
    object: 'subscription',
    billing_cycle_anchor: started,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: ended,
    collection_method: 'charge_automatically',
    created: started,
    currency,
    customer: payer.ref,
    ended_at: ended,
    items: {
      object: 'list',
      data: [
        {
          id: subscription.itemRef,
          object: 'subscription_item',
          created: started,
          current_period_end: (ended ?? started) + monthSeconds,
          current_period_start: ended ?? started,
          metadata: {},
          price: {
            id: price,
            object: 'price',
            active: true,
            currency,
            product,
            recurring: { interval: 'day', interval_count: 30, usage_type: 'licensed' },
            type: 'recurring',
            unit_amount: purchase.amountMinor,
            unit_amount_decimal: String(purchase.amountMinor),
          },
          quantity: 1,
          subscription: subscription.ref,
        },
      ],
      has_more: false,
      url: `/v1/subscription_items?subscription=${subscription.ref}`,
    },
    latest_invoice: asked.ref,
    livemode: false,
    metadata: planMetadata(purchase),
    start_date: started,
    status: ended === null ? 'active' : 'canceled',
    trial_end: null,
  }
}
