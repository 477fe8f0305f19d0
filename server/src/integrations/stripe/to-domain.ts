import {
  billingTurnOf,
  type InvoiceMessage,
  type PaymentMessage,
  type PurchaseMessage,
  type RefundMessage,
} from '../../modules/payments/service/index.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { idOrBytes, textAt } from '../message-text.ts'
import { readBody } from '../read-body.ts'
import { toMinorUnits } from './amounts.ts'
import { ofDispute } from './of-dispute.ts'
import { ofSubscription } from './of-subscription.ts'
import { Charge, CheckoutSession, Invoice, InvoicePayment, PaymentIntent, Refund, StripeEvent } from './payload.ts'

const ignoredKinds: ReadonlyMap<string, string> = new Map([
  ['payment_intent.payment_failed', 'A payment that did not go through: no money came in.'],
])

/** What kind of event Stripe sent; `unknown` where it does not say. */
export const deliveryKind = (body: unknown): string => textAt(body, 'type') ?? 'unknown'

/** Stripe's own event id. */
export const deliveryKey = idOrBytes

/** A Stripe event in our own words. Throws UnreadableMessage where a known kind has not its documented shape. */
export function toDomain(body: unknown): PaymentMessage | Ignored {
  const { type, created, data, api_version: apiVersion } = readBody(StripeEvent, body)
  switch (type) {
    case 'payment_intent.succeeded':
      return ofPaymentIntent(data.object, created)
    case 'charge.succeeded':
    case 'charge.captured':
      return ofCharge(readBody(Charge, data.object))
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return ofCheckout(data.object, created)
    case 'charge.refunded': {
      const charge = readBody(Charge, data.object)
      const purchase = ofCharge(charge)
      if (purchase.kind === 'ignored') return purchase
      return {
        kind: 'refund_total',
        purchase,
        refundedTotalMinor: toMinorUnits(givenBackOf(charge, apiVersion), charge.currency).amountMinor,
        asOf: created,
      }
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return ofRefund(data.object, created)
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return ofDispute(type, data.object, created)
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
      return ofSubscription(data.object, created)
    case 'invoice.paid':
      return ofInvoice(data.object)
    case 'invoice_payment.paid':
      return ofInvoicePayment(data.object)
    default:
      return ignored(ignoredKinds.get(type) ?? `Nothing is done with ${type}.`)
  }
}

/** An intent exists from when somebody opened its page, which may be days before they pay: it is paid when Stripe says so. */
function ofPaymentIntent(object: unknown, paidAt: Date): PurchaseMessage | Ignored {
  const intent = readBody(PaymentIntent, object)
  if (intent.amount_received === 0n) return ignored('A payment of nothing: no money came in.')
  return {
    kind: 'purchase',
    purchaseRef: intent.id,
    chargeRef: intent.latest_charge,
    ...toMinorUnits(intent.amount_received, intent.currency),
    paidAt,
    customer: { ref: intent.customer, email: intent.receipt_email, name: null, phone: null },
    description: intent.description,
    metadata: intent.metadata,
    clientReference: null,
    subscriptionRef: null,
    billingTurn: null,
  }
}

/** A card that was charged, or only authorized: money comes in when that is captured. */
function ofCharge(charge: Charge): PurchaseMessage | Ignored {
  const { billing_details: billing } = charge
  const amount = charge.amount_captured ?? charge.amount
  if (amount === 0n || charge.captured === false) return ignored('An authorization that is not captured: no money came in.')
  return {
    kind: 'purchase',
    purchaseRef: charge.payment_intent ?? charge.id,
    chargeRef: charge.id,
    ...toMinorUnits(amount, charge.currency),
    paidAt: charge.created,
    customer: {
      ref: charge.customer,
      email: billing?.email ?? charge.receipt_email,
      name: billing?.name ?? null,
      phone: billing?.phone ?? null,
      country: billing?.address?.country ?? null,
    },
    description: charge.description,
    metadata: charge.metadata,
    clientReference: null,
    subscriptionRef: null,
    billingTurn: null,
  }
}

/** The first version of Stripe's API that tells only money which had come in as given back. */
const tellsRefundsAlone = '2025-03-31'

/** What was given back of a charge in all. Before that version what was authorized and never captured is in Stripe's total as well. */
function givenBackOf({ amount, amount_captured: captured, amount_refunded: total }: Charge, apiVersion: string | null): bigint {
  if (apiVersion === null || apiVersion >= tellsRefundsAlone) return total
  const neverCaptured = amount - (captured ?? amount)
  return total > neverCaptured ? total - neverCaptured : 0n
}

/**
 * A checkout that sold one thing tells of its payment; one that began a subscription ties its first invoice to it, also where that took
 * nothing, as a trial's does. It was opened earlier.
 */
function ofCheckout(object: unknown, paidAt: Date): PurchaseMessage | InvoiceMessage | Ignored {
  const session = readBody(CheckoutSession, object)
  const tookNothing = session.payment_status === 'no_payment_required' && session.subscription !== null
  if (session.payment_status !== 'paid' && !tookNothing) return ignored('A checkout that is not paid yet.')
  const { customer_details: details, metadata, client_reference_id: clientReference } = session
  const customer = {
    ref: session.customer,
    email: details?.email ?? session.customer_email,
    name: details?.name ?? null,
    phone: details?.phone ?? null,
    country: details?.address?.country ?? null,
  }
  if (session.subscription && (session.invoice || tookNothing)) {
    return {
      kind: 'invoice',
      // One that asks for nothing may make no invoice.
      invoiceRef: session.invoice ?? session.id,
      subscriptionRef: session.subscription,
      // A checkout begins what it sells.
      billingTurn: 'first',
      purchaseRef: session.payment_intent,
      customer,
      metadata,
      clientReference,
      tookNothing,
    }
  }
  if (!session.payment_intent || !session.amount_total || !session.currency) return ignored('A checkout without a payment.')
  return {
    kind: 'purchase',
    purchaseRef: session.payment_intent,
    chargeRef: null,
    ...toMinorUnits(session.amount_total, session.currency),
    paidAt,
    customer,
    description: null,
    metadata,
    clientReference,
    subscriptionRef: session.subscription,
    billingTurn: null,
  }
}

function ofRefund(object: unknown, reportedAt: Date): RefundMessage | Ignored {
  const refund = readBody(Refund, object)
  const purchaseRef = refund.payment_intent ?? refund.charge
  if (!purchaseRef) return ignored('A refund that names no payment.')
  return {
    kind: 'refund',
    refundRef: refund.id,
    purchaseRef,
    ...toMinorUnits(refund.amount, refund.currency),
    state: refund.status === 'failed' || refund.status === 'canceled' ? 'failed' : 'live',
    createdAt: refund.created,
    reportedAt,
    reason: refund.failure_reason ?? refund.reason,
  }
}

function ofInvoice(object: unknown): InvoiceMessage {
  const invoice = readBody(Invoice, object)
  const details = invoice.parent?.subscription_details
  return {
    kind: 'invoice',
    invoiceRef: invoice.id,
    subscriptionRef: details?.subscription ?? invoice.subscription,
    billingTurn: billingTurnOf(invoice.billing_reason),
    purchaseRef: null,
    customer: {
      ref: invoice.customer,
      email: invoice.customer_email,
      name: invoice.customer_name,
      phone: invoice.customer_phone,
      country: invoice.customer_address?.country ?? null,
    },
    metadata: { ...details?.metadata, ...invoice.metadata },
    clientReference: null,
    // What was paid outside of the processor is money that it took no part in.
    tookNothing: invoice.amount_paid === 0n && !invoice.paid_out_of_band,
  }
}

function ofInvoicePayment(object: unknown): InvoiceMessage | Ignored {
  const { invoice, payment } = readBody(InvoicePayment, object)
  const purchaseRef = payment.payment_intent ?? payment.charge
  if (!invoice || !purchaseRef) return ignored('An invoice that was paid outside of the processor.')
  const nobody = { ref: null, email: null, name: null, phone: null }
  return {
    kind: 'invoice',
    invoiceRef: invoice,
    subscriptionRef: null,
    billingTurn: null,
    purchaseRef,
    customer: nobody,
    metadata: {},
    clientReference: null,
  }
}
