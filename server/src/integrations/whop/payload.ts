import { z } from 'zod'
import { freeTexts, instant, optionalText, seconds } from '../wire-values.ts'

const id = z.string().min(1)

/** Major units, as a decimal number. Its shortest text is what Whop wrote, up to fifteen digits, so it is read as a text. */
const majorUnits = z
  .number()
  .nonnegative()
  .max(1e12)
  .transform((value) => String(value))

/** ISO 8601 from current endpoints, seconds from older ones. */
const moment = z.union([instant, seconds])

/** The envelope: `type` from current endpoints, `action` from older ones. */
export const WhopMessage = z.object({
  id: optionalText,
  type: optionalText,
  action: optionalText,
  timestamp: moment.nullish(),
  data: z.unknown(),
})

/** A payment. Older endpoints name the buyer by id alone, and call the total `final_amount`. */
export const WhopPayment = z.object({
  id,
  total: majorUnits.nullish(),
  final_amount: majorUnits.nullish(),
  currency: z.string().min(1),
  paid_at: moment.nullish(),
  created_at: moment,
  billing_reason: optionalText,
  billing_address: z.object({ name: optionalText, country: optionalText }).nullish(),
  member: z.object({ phone: optionalText }).nullish(),
  membership: z.object({ id: optionalText }).nullish(),
  membership_id: optionalText,
  metadata: freeTexts,
  product: z.object({ title: optionalText }).nullish(),
  user: z.object({ id: optionalText, email: optionalText, name: optionalText }).nullish(),
  user_id: optionalText,
})
export type WhopPayment = z.output<typeof WhopPayment>

/** A refund of a payment. */
export const WhopRefund = z.object({
  id,
  amount: majorUnits,
  currency: z.string().min(1),
  created_at: moment,
  status: optionalText,
  payment: z.object({ id: optionalText }).nullish(),
  payment_id: optionalText,
})

/** A dispute of a payment. */
export const WhopDispute = z.object({
  id,
  amount: majorUnits,
  currency: z.string().min(1),
  created_at: moment.nullish(),
  needs_response_by: moment.nullish(),
  reason: optionalText,
  status: z.string(),
  payment: z.object({ id: optionalText }).nullish(),
  payment_id: optionalText,
})

/** A membership: the customer's side of a subscription or plan. */
export const WhopMembership = z.object({
  id,
  canceled_at: moment.nullish(),
  cancel_at_period_end: z.boolean().nullish(),
  created_at: moment,
  expires_at: moment.nullish(),
  joined_at: moment.nullish(),
  payment_collection_paused: z.boolean().nullish(),
  product: z.object({ title: optionalText }).nullish(),
  renewal_period_start: moment.nullish(),
  status: z.string(),
  updated_at: moment.nullish(),
  user: z.object({ id: optionalText }).nullish(),
  user_id: optionalText,
})
export type WhopMembership = z.output<typeof WhopMembership>

/** The company that a key is of. */
export const WhopAccount = z.object({ id, title: optionalText })

/** A page of a list. Its items are read one by one: one that has not its shape must not hide the others. */
export const WhopPage = z.object({
  data: z.array(z.unknown()),
  page_info: z.object({ end_cursor: optionalText, has_next_page: z.boolean().nullish() }),
})

/** What is read of anything in a list before it is known for what it tells. */
export const WhopListed = z.object({ id, created_at: moment.nullish(), updated_at: moment.nullish() })

/** What says of a payment in a list whether and when money came in. */
export const WhopListedPayment = z.object({ status: optionalText, paid_at: moment.nullish() })
