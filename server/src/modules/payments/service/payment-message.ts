import type { BillingTurn } from './billing-turn.ts'
import type { DisputeState } from './dispute-effect.ts'
import type { SubscriptionState } from './subscription-report.ts'

/** What a payment processor tells, in our own words. Messages of one purchase may come in any order, twice, or with some missing. */
export type PaymentMessage = PurchaseMessage | RefundMessage | RefundTotalMessage | DisputeMessage | InvoiceMessage | SubscriptionMessage

/** Money came in. One purchase may be told by several messages; `purchaseRef` is what makes them one payment. */
export interface PurchaseMessage {
  kind: 'purchase'
  /** The processor's id of the purchase as a whole (Stripe: the PaymentIntent, or the charge where there is none). */
  purchaseRef: string
  chargeRef: string | null
  amountMinor: bigint
  currency: string
  paidAt: Date
  customer: PayingCustomer
  description: string | null
  /** Free-form pairs that the checkout carried; may name the event that the payment is for. */
  metadata: Readonly<Record<string, string>>
  /** The checkout's own reference, as set in the payment link's address. */
  clientReference: string | null
  subscriptionRef: string | null
  /** Null where the processor does not say. */
  billingTurn: BillingTurn | null
}

export interface PayingCustomer {
  ref: string | null
  email: string | null
  name: string | null
  phone: string | null
  /** Of their address, in two letters as ISO 3166-1 has it, where the processor says: a number without its country is one of this. */
  country?: string | null
}

/** One refund as it stands. */
export interface RefundMessage {
  kind: 'refund'
  refundRef: string
  purchaseRef: string
  amountMinor: bigint
  currency: string
  /** `failed`: the money came back to the merchant, so the refund counts no more. */
  state: 'live' | 'failed'
  createdAt: Date
  /** When this state was reported. */
  reportedAt: Date
  reason: string | null
}

/** The running total refunded of one purchase at one moment; carries the purchase too, which may not be known yet. */
export interface RefundTotalMessage {
  kind: 'refund_total'
  purchase: PurchaseMessage
  refundedTotalMinor: bigint
  asOf: Date
}

/** A dispute as it stands. Its message may come before the payment's own. */
export interface DisputeMessage {
  kind: 'dispute'
  disputeRef: string
  purchaseRef: string
  state: DisputeState
  amountMinor: bigint
  currency: string
  /** The processor's own word for why. */
  reason: string | null
  openedAt: Date
  /** Until when it can be answered. */
  dueBy: Date | null
  /** When this state was reported, by the processor's clock. */
  reportedAt: Date
}

/** Ties an invoice to its subscription, its purchase, or both; each half may come alone. */
export interface InvoiceMessage {
  kind: 'invoice'
  invoiceRef: string
  subscriptionRef: string | null
  billingTurn: BillingTurn | null
  purchaseRef: string | null
  customer: PayingCustomer
  metadata: Readonly<Record<string, string>>
  clientReference: string | null
  /** It asked for no money, as the first one of a trial does: what it says is then said of its subscription's first payment. */
  tookNothing?: boolean
}

/** A subscription, membership or payment plan as it stands. */
export interface SubscriptionMessage {
  kind: 'subscription'
  subscriptionRef: string
  state: SubscriptionState
  /** What is bought, in the processor's words. */
  productName: string | null
  customerRef: string | null
  startedAt: Date | null
  endedAt: Date | null
  /** By the processor's clock. */
  reportedAt: Date
}
