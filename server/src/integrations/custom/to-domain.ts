import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { MoneyFormatError, parseDecimal } from '../../lib/money.ts'
import type { BookingMessage } from '../../modules/events/service/index.ts'
import type { PaymentMessage } from '../../modules/payments/service/index.ts'
import type { MappedLead } from '../lead-done.ts'
import { idOrBytes, textAt } from '../message-text.ts'
import { readBody } from '../read-body.ts'
import { CustomMessage } from './payload.ts'

export const deliveryKind = (body: unknown): string => textAt(body, 'kind') ?? 'unknown'

/** The sender's own id of the message. */
export const deliveryKey = idOrBytes

type Of<Kind extends CustomMessage['kind']> = Extract<CustomMessage, { kind: Kind }>

/** A message in our own words. Throws UnreadableMessage where it has not the shape that is published. */
export function toDomain(body: unknown, connectionId: string): BookingMessage | PaymentMessage | MappedLead {
  const message = readBody(CustomMessage, body)
  switch (message.kind) {
    case 'booking':
      return ofBooking(message, connectionId)
    case 'payment':
      return ofPayment(message)
    case 'refund': {
      const { ref, payment_ref: purchaseRef, amount, currency, created_at: createdAt, state, reason } = message.refund
      const money = moneyOf('refund.amount', amount, currency)
      const times = { createdAt: new Date(createdAt), reportedAt: new Date(message.sent_at) }
      return { kind: 'refund', refundRef: ref, purchaseRef, ...money, ...times, state, reason: said(reason) }
    }
    case 'dispute': {
      const { ref, payment_ref: purchaseRef, amount, currency, state, opened_at: openedAt, due_by: dueBy, reason } = message.dispute
      const money = moneyOf('dispute.amount', amount, currency)
      const times = { openedAt: new Date(openedAt), dueBy: dueBy ? new Date(dueBy) : null, reportedAt: new Date(message.sent_at) }
      return { kind: 'dispute', disputeRef: ref, purchaseRef, ...money, ...times, state, reason: said(reason) }
    }
    case 'lead':
      return {
        kind: 'lead',
        ref: message.lead.ref,
        saidAt: new Date(message.sent_at),
        lead: personOf(message.lead, message.lead.ref),
        fields: Object.entries(message.fields ?? {}).map(([question, answer]) => ({ question, answer })),
      }
  }
}

/** Bookings of all tools stand beside each other, so the sender's id is told apart by its connection. */
function ofBooking({ booking, sent_at: sentAt }: Of<'booking'>, connectionId: string): BookingMessage {
  const refOf = (ref: string | null | undefined) => (ref ? `custom:${connectionId}:${ref}` : null)
  const { tracking, canceled } = booking
  return {
    kind: 'booking',
    bookingRef: `custom:${connectionId}:${booking.ref}`,
    sentAt: new Date(sentAt),
    lead: personOf(booking.lead, booking.ref),
    scheduledAt: new Date(booking.scheduled_at),
    endsAt: endOf(booking),
    bookedAt: new Date(booking.booked_at ?? sentAt),
    hosts: (booking.hosts ?? []).map(({ email, name }) => ({ email: said(email), name: said(name) })),
    callType: said(booking.call_type) === null ? null : { ref: null, name: said(booking.call_type) ?? '' },
    tracking: {
      source: said(tracking?.source),
      medium: said(tracking?.medium),
      campaign: said(tracking?.campaign),
      content: said(tracking?.content),
      term: said(tracking?.term),
    },
    answers: (booking.answers ?? []).filter(({ answer }) => answer.trim() !== ''),
    joinUrl: booking.join_url ?? null,
    replacesRef: refOf(booking.replaces_ref),
    replacedByRef: refOf(booking.replaced_by_ref),
    replaced: Boolean(booking.replaced_by_ref),
    cancellation: canceled
      ? { at: new Date(canceled.at), by: said(canceled.by), byKind: canceled.by_kind ?? null, reason: said(canceled.reason) }
      : null,
    noShow: typeof booking.no_show === 'boolean' ? { marked: booking.no_show } : null,
  }
}

function endOf({ scheduled_at: start, ends_at: end }: Of<'booking'>['booking']): Date | null {
  if (!end) return null
  if (new Date(end) < new Date(start)) throw new UnreadableMessage('booking.ends_at', 'is before it begins')
  return new Date(end)
}

function ofPayment({ payment }: Of<'payment'>): PaymentMessage {
  const { customer } = payment
  return {
    kind: 'purchase',
    purchaseRef: payment.ref,
    chargeRef: null,
    ...moneyOf('payment.amount', payment.amount, payment.currency),
    paidAt: new Date(payment.paid_at),
    customer: {
      ref: said(customer.ref),
      email: said(customer.email),
      name: said(customer.name),
      phone: said(customer.phone),
      country: said(customer.country),
    },
    description: said(payment.description),
    metadata: payment.metadata ?? {},
    clientReference: null,
    subscriptionRef: said(payment.subscription_ref),
    billingTurn: payment.billing_turn ?? null,
  }
}

interface Person {
  name?: string | null | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
  time_zone?: string | null | undefined
}

const personOf = (person: Person, ref: string) => ({
  name: said(person.name) ?? said(person.email) ?? `Contact ${ref}`,
  email: said(person.email),
  phone: said(person.phone),
  timeZone: said(person.time_zone),
})

const said = (text: string | null | undefined): string | null => text?.trim() || null

function moneyOf(path: string, amount: string, currency: string): { amountMinor: bigint; currency: string } {
  try {
    const amountMinor = parseDecimal(amount, currency)
    if (amountMinor <= 0n) throw new UnreadableMessage(path, 'is nothing')
    return { amountMinor, currency }
  } catch (error) {
    if (error instanceof MoneyFormatError) throw new UnreadableMessage(path, 'is no amount of its currency')
    throw error
  }
}
