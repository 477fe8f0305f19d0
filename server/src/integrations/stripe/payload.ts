import { z } from 'zod'

const text = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ? value.trim() : null))

const id = z.string().min(1)

/** An id, or the object itself where the sender expanded it. */
const reference = z
  .union([z.string(), z.object({ id }).transform((object) => object.id)])
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)))

/** Seconds since 1970, up to the end of the year 9999. */
const seconds = z
  .number()
  .int()
  .min(0)
  .max(253_402_300_799)
  .transform((value) => new Date(value * 1000))
const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {})
const amount = z
  .number()
  .int()
  .nonnegative()
  .transform((value) => BigInt(value))

/** The envelope of every Stripe event. */
export const StripeEvent = z.object({ id, type: z.string(), created: seconds, data: z.object({ object: z.unknown() }) })

export const PaymentIntent = z.object({
  id,
  amount_received: amount,
  currency: z.string(),
  customer: reference,
  description: text,
  latest_charge: reference,
  metadata,
  receipt_email: text,
})

export const Charge = z.object({
  id,
  amount,
  amount_captured: amount.nullish(),
  amount_refunded: amount,
  currency: z.string(),
  created: seconds,
  customer: reference,
  description: text,
  metadata,
  payment_intent: reference,
  receipt_email: text,
  billing_details: z.object({ email: text, name: text, phone: text }).nullish(),
})
export type Charge = z.output<typeof Charge>

export const CheckoutSession = z.object({
  id,
  mode: z.string(),
  amount_total: amount.nullish(),
  currency: text,
  client_reference_id: text,
  customer: reference,
  customer_email: text,
  customer_details: z.object({ email: text, name: text, phone: text }).nullish(),
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
  reason: text,
  failure_reason: text,
  status: text,
})

export const Invoice = z.object({
  id,
  customer: reference,
  customer_email: text,
  customer_name: text,
  customer_phone: text,
  metadata,
  parent: z.object({ subscription_details: z.object({ subscription: reference, metadata }).nullish() }).nullish(),
  subscription: reference,
})

export const InvoicePayment = z.object({
  id,
  invoice: reference,
  payment: z.object({ payment_intent: reference, charge: reference }),
})
