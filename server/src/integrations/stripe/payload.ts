import { z } from 'zod'
import { optionalText, seconds } from '../wire-values.ts'

const id = z.string().min(1)

/** An id, or the object itself where the sender expanded it. */
const reference = z
  .union([z.string(), z.object({ id }).transform((object) => object.id)])
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)))

const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {})
const amount = z
  .number()
  .int()
  .nonnegative()
  .transform((value) => BigInt(value))

/** Of an address its country alone: it says how the customer's phone number is to be read. */
const address = z.object({ country: optionalText }).nullish()

/** The envelope of every Stripe event. */
export const StripeEvent = z.object({
  id,
  /** The version of the API whose shapes it has; a list says none. */
  api_version: optionalText,
  type: z.string(),
  created: seconds,
  data: z.object({ object: z.unknown() }),
})

export const PaymentIntent = z.object({
  id,
  amount_received: amount,
  currency: z.string(),
  customer: reference,
  description: optionalText,
  latest_charge: reference,
  metadata,
  receipt_email: optionalText,
})

export const Charge = z.object({
  id,
  amount,
  amount_captured: amount.nullish(),
  amount_refunded: amount,
  captured: z.boolean().nullish(),
  currency: z.string(),
  created: seconds,
  customer: reference,
  description: optionalText,
  metadata,
  payment_intent: reference,
  receipt_email: optionalText,
  billing_details: z.object({ address, email: optionalText, name: optionalText, phone: optionalText }).nullish(),
})
export type Charge = z.output<typeof Charge>

export const CheckoutSession = z.object({
  id,
  mode: z.string(),
  amount_total: amount.nullish(),
  currency: optionalText,
  client_reference_id: optionalText,
  customer: reference,
  customer_email: optionalText,
  customer_details: z.object({ address, email: optionalText, name: optionalText, phone: optionalText }).nullish(),
  invoice: reference,
  metadata,
  payment_intent: reference,
  payment_status: z.string(),
  subscription: reference,
})
export type CheckoutSession = z.output<typeof CheckoutSession>

export const Refund = z.object({
  id,
  amount,
  charge: reference,
  created: seconds,
  currency: z.string(),
  payment_intent: reference,
  reason: optionalText,
  failure_reason: optionalText,
  status: optionalText,
})

export const Dispute = z.object({
  id,
  amount,
  charge: reference,
  created: seconds,
  currency: z.string(),
  evidence_details: z.object({ due_by: seconds.nullish() }).nullish(),
  payment_intent: reference,
  reason: optionalText,
  status: z.string(),
})

export const Subscription = z.object({
  id,
  cancel_at: seconds.nullish(),
  cancel_at_period_end: z.boolean().nullish(),
  customer: reference,
  description: optionalText,
  ended_at: seconds.nullish(),
  items: z.object({ data: z.array(z.object({ price: z.object({ nickname: optionalText }).nullish() })) }).nullish(),
  pause_collection: z.object({}).nullish(),
  start_date: seconds.nullish(),
  status: z.string(),
})

export const Invoice = z.object({
  id,
  amount_paid: amount.nullish(),
  paid_out_of_band: z.boolean().nullish(),
  billing_reason: optionalText,
  customer: reference,
  customer_email: optionalText,
  customer_address: address,
  customer_name: optionalText,
  customer_phone: optionalText,
  metadata,
  parent: z.object({ subscription_details: z.object({ subscription: reference, metadata }).nullish() }).nullish(),
  subscription: reference,
})

export const InvoicePayment = z.object({
  id,
  invoice: reference,
  payment: z.object({ payment_intent: reference, charge: reference }),
})
