import type { Customer, Purchase } from './history.ts'
import { later, type Message, seconds } from './message.ts'

/** All that Stripe tells of one purchase: the same money by several events, its refunds one by one and in total, its disputes. */
export function stripeMessages(customer: Customer, purchase: Purchase): Message[] {
  const tell = (type: string, created: Date, object: object, nth = 0): Message => ({
    provider: 'stripe',
    body: { id: `evt_${type}_${purchase.ref}_${nth}`, object: 'event', type, created: seconds(created), data: { object } },
  })
  const charge = chargeOf(customer, purchase)
  const money = { currency: purchase.currency.toLowerCase() }
  const { paidAt, subscription } = purchase
  const intent = {
    id: purchase.ref,
    object: 'payment_intent',
    amount: purchase.amountMinor,
    amount_received: purchase.amountMinor,
    ...money,
    created: seconds(later(paidAt, -300)),
    customer: purchase.customerRef,
    description: null,
    latest_charge: charge.id,
    metadata: charge.metadata,
    receipt_email: charge.receipt_email,
  }
  return [
    tell('charge.succeeded', paidAt, charge),
    tell('payment_intent.succeeded', later(paidAt, 1), intent),
    ...(subscription ? invoice(purchase, tell) : [tell('checkout.session.completed', later(paidAt, 2), checkout(purchase, charge))]),
    ...refunds(purchase, charge, tell),
    ...purchase.disputes.flatMap(({ ref, amountMinor, openedAt, end }, nth) => {
      const dispute = {
        id: ref,
        object: 'dispute',
        amount: amountMinor,
        ...money,
        charge: charge.id,
        payment_intent: purchase.ref,
        created: seconds(openedAt),
        reason: 'general',
      }
      return [
        tell('charge.dispute.created', openedAt, { ...dispute, status: 'needs_response' }, nth),
        tell('charge.dispute.funds_withdrawn', later(openedAt, 5), { ...dispute, status: 'needs_response' }, nth),
        ...(end ? [tell('charge.dispute.closed', end.at, { ...dispute, status: end.state }, nth)] : []),
      ]
    }),
  ]
}

type Tell = (type: string, created: Date, object: object, nth?: number) => Message

/** Whose it is, as far as the checkout knew. */
function payerOf(
  customer: Customer,
  { payer, ref }: Purchase,
): { email: string | null; phone: string | null; metadata: Record<string, string> } {
  const stranger = `stranger.${ref}@elsewhere.example`.toLowerCase()
  switch (payer.by) {
    case 'email':
      return { email: customer.email, phone: null, metadata: {} }
    case 'phone':
      return { email: stranger, phone: customer.phone, metadata: {} }
    case 'reference':
      return { email: stranger, phone: null, metadata: { event_id: payer.callRef } }
    case 'customer':
      return { email: null, phone: null, metadata: {} }
    case 'nothing':
      return { email: stranger, phone: null, metadata: {} }
  }
}

function chargeOf(customer: Customer, purchase: Purchase) {
  const { email, phone, metadata } = payerOf(customer, purchase)
  return {
    id: `ch_${purchase.ref}`,
    object: 'charge',
    amount: purchase.amountMinor,
    amount_captured: purchase.amountMinor,
    amount_refunded: 0,
    currency: purchase.currency.toLowerCase(),
    created: seconds(purchase.paidAt),
    customer: purchase.customerRef,
    description: null,
    metadata,
    payment_intent: purchase.ref,
    receipt_email: email,
    billing_details: { email, name: email ? customer.name : null, phone },
  }
}

const checkout = (purchase: Purchase, charge: ReturnType<typeof chargeOf>) => ({
  id: `cs_${purchase.ref}`,
  object: 'checkout.session',
  mode: 'payment',
  amount_total: purchase.amountMinor,
  currency: charge.currency,
  client_reference_id: null,
  customer: purchase.customerRef,
  customer_email: null,
  customer_details: charge.billing_details,
  invoice: null,
  metadata: charge.metadata,
  payment_intent: purchase.ref,
  payment_status: 'paid',
  subscription: null,
})

function invoice({ ref, paidAt, customerRef, subscription }: Purchase, tell: Tell): Message[] {
  const id = `in_${ref}`
  const reason = subscription?.turn === 0 ? 'subscription_create' : 'subscription_cycle'
  return [
    tell('invoice.paid', later(paidAt, 3), {
      id,
      object: 'invoice',
      billing_reason: reason,
      customer: customerRef,
      customer_email: null,
      customer_name: null,
      metadata: {},
      parent: { subscription_details: { subscription: subscription?.ref, metadata: {} } },
    }),
    tell('invoice_payment.paid', later(paidAt, 4), {
      id: `inpay_${ref}`,
      object: 'invoice_payment',
      invoice: id,
      payment: { type: 'payment_intent', payment_intent: ref },
    }),
  ]
}

function refunds(purchase: Purchase, charge: ReturnType<typeof chargeOf>, tell: Tell): Message[] {
  return purchase.refunds.flatMap(({ ref, amountMinor, at, failedAt }, nth) => {
    const refund = {
      id: ref,
      object: 'refund',
      amount: amountMinor,
      charge: charge.id,
      created: seconds(at),
      currency: charge.currency,
      payment_intent: purchase.ref,
      reason: null,
    }
    const total = purchase.refunds
      .filter((other) => other.at <= at && (other.failedAt === null || other.failedAt > at))
      .reduce((sum, other) => sum + other.amountMinor, 0)
    return [
      tell('refund.created', at, { ...refund, status: 'succeeded' }, nth),
      tell('charge.refunded', later(at, 1), { ...charge, amount_refunded: total }, nth),
      ...(failedAt
        ? [tell('refund.failed', failedAt, { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' }, nth)]
        : []),
    ]
  })
}
