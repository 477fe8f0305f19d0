import { z } from 'zod'

/**
 * What anybody's own system may send, as it is published. Times are ISO 8601 with an offset; amounts are decimal texts in major units.
 * This says the shape alone: what a value means is read from it afterwards, so that the shape can be published as JSON Schema.
 */

const id = z.string().min(1).max(200)
const text = z.string().max(500)
const moment = z.iso.datetime({ offset: true })
const email = z.string().max(320)
const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,3})?$/)
  .describe('In major units, such as "1234.50".')
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217.')

const Person = z.object({
  name: text.nullish(),
  email: email.nullish(),
  phone: z.string().max(50).nullish(),
  time_zone: z.string().max(100).nullish(),
})

const Booking = z.object({
  ref: id.describe('Your id of the booking. A booking that is moved is a new one, which names the old one.'),
  scheduled_at: moment,
  ends_at: moment.nullish(),
  booked_at: moment.nullish().describe('When it was made; `sent_at` unless given.'),
  lead: Person,
  hosts: z
    .array(z.object({ email: email.nullish(), name: text.nullish() }))
    .max(20)
    .nullish()
    .describe('The first takes the call.'),
  call_type: text.nullish(),
  tracking: z
    .object({ source: text.nullish(), medium: text.nullish(), campaign: text.nullish(), content: text.nullish(), term: text.nullish() })
    .nullish()
    .describe('UTM parameters of the booking page.'),
  answers: z
    .array(z.object({ question: text, answer: z.string().max(5000) }))
    .max(100)
    .nullish(),
  join_url: z.url({ protocol: /^https?$/ }).nullish(),
  replaces_ref: id.nullish().describe('The booking that this one replaces.'),
  replaced_by_ref: id.nullish().describe('The booking that replaces this one.'),
  canceled: z.object({ at: moment, by: text.nullish(), by_kind: z.enum(['host', 'invitee']).nullish(), reason: text.nullish() }).nullish(),
  no_show: z.boolean().nullish().describe('Given only where it was set, or taken back.'),
})

const Payment = z.object({
  ref: id,
  amount,
  currency,
  paid_at: moment,
  customer: z.object({
    ref: id.nullish(),
    email: email.nullish(),
    name: text.nullish(),
    phone: z.string().max(50).nullish(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullish()
      .describe('ISO 3166-1. A phone number without its country code is read as one of it, else as one of the organization’s.'),
  }),
  description: text.nullish(),
  metadata: z.record(z.string().max(100), text).nullish().describe('`event_id` or `booking_ref` credits it to that call.'),
  subscription_ref: id.nullish(),
  billing_turn: z
    .enum(['once', 'first', 'later'])
    .nullish()
    .describe('Whether it is bought once, or the first or a later payment of a plan.'),
})

const Refund = z.object({
  ref: id,
  payment_ref: id,
  amount,
  currency,
  created_at: moment,
  state: z.enum(['live', 'failed']).default('live'),
  reason: text.nullish(),
})

const Dispute = z.object({
  ref: id,
  payment_ref: id,
  amount,
  currency,
  state: z.enum(['inquiry', 'open', 'won', 'lost', 'closed']),
  opened_at: moment,
  due_by: moment.nullish(),
  reason: text.nullish(),
})

const Lead = Person.extend({ ref: id.describe('Your id of the contact.') })

const envelope = {
  id: id.describe('Of this message. The same id is taken once.'),
  sent_at: moment.describe('When this was so. Of two messages about one thing, the later one holds.'),
}

/** Everything that a custom connection takes. */
export const CustomMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booking'), ...envelope, booking: Booking }),
  z.object({ kind: z.literal('payment'), ...envelope, payment: Payment }),
  z.object({ kind: z.literal('refund'), ...envelope, refund: Refund }),
  z.object({ kind: z.literal('dispute'), ...envelope, dispute: Dispute }),
  z.object({
    kind: z.literal('lead'),
    ...envelope,
    lead: Lead,
    fields: z.record(z.string().max(100), z.string().max(500)).nullish().describe('The connection’s mapping says which names the source.'),
  }),
])
export type CustomMessage = z.output<typeof CustomMessage>
