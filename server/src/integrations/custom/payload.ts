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

/** Said of several messages about one thing, where none of their times decides. */
const firstTaken = 'Of several messages, the one that is taken in first holds.'
const largest = 'Of several messages, the largest holds.'
const lastSent = 'Of several messages, the one sent last holds.'

const Booking = z.object({
  ref: id.describe(
    'Your id of the booking. Messages about one add to it that it was canceled, missed or moved; what it is otherwise, the one that is taken in first says. A booking that is moved to another time or host is a new one, which names the old one.',
  ),
  scheduled_at: moment.describe(firstTaken),
  ends_at: moment.nullish(),
  booked_at: moment.nullish().describe('When it was made; `sent_at` unless given.'),
  lead: Person.describe(firstTaken),
  hosts: z
    .array(z.object({ email: email.nullish(), name: text.nullish() }))
    .max(20)
    .nullish()
    .describe(`The first takes the call. ${firstTaken}`),
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
  canceled: z
    .object({ at: moment, by: text.nullish(), by_kind: z.enum(['host', 'invitee']).nullish(), reason: text.nullish() })
    .nullish()
    .describe('It is not taken back. Of several messages, the earliest cancellation holds.'),
  no_show: z.boolean().nullish().describe(`Given only where it was set, or taken back. ${lastSent}`),
})

const Payment = z.object({
  ref: id.describe(
    'Your id of the payment. Messages about one add what the others left out; of two different texts, the one that comes first letter by letter holds, whichever was sent last.',
  ),
  amount: amount.describe(
    `In major units, such as "1234.50". What was paid only grows by a correction: what is to be taken off is told as a refund. ${largest}`,
  ),
  currency,
  paid_at: moment.describe('Of several messages, the earliest holds.'),
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
  ref: id.describe(`Your id of the refund. ${lastSent}`),
  payment_ref: id,
  amount,
  currency,
  created_at: moment,
  state: z.enum(['live', 'failed']).default('live').describe('`failed` takes it back for good, whatever is sent afterwards.'),
  reason: text.nullish(),
})

const Dispute = z.object({
  ref: id.describe(`Your id of the dispute. ${lastSent}`),
  payment_ref: id,
  amount,
  currency,
  state: z.enum(['inquiry', 'open', 'won', 'lost', 'closed']),
  opened_at: moment,
  due_by: moment.nullish(),
  reason: text.nullish(),
})

const Lead = Person.extend({ ref: id.describe('Your id of the contact. Messages about one add its addresses; none takes one away.') })

const envelope = {
  id: id.describe('Of this message. The same id is taken once.'),
  sent_at: moment.describe('When this was so. Of several messages about one thing, each field says which one holds.'),
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
    fields: z
      .record(z.string().max(100), z.string().max(500))
      .nullish()
      .describe('The connection’s mapping says which names the source. Of several messages, the one sent first that names one holds.'),
  }),
])
export type CustomMessage = z.output<typeof CustomMessage>
