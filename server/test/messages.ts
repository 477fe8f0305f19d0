import type { BookingMessage } from '../src/modules/events/service/index.ts'
import type { PurchaseMessage } from '../src/modules/payments/service/index.ts'

/** A moment of October 2026. */
export const day = (number: number, hour = 12): Date => new Date(Date.UTC(2026, 9, number, hour))

/** How the booking tool names a booking. */
export const inviteeRef = (ref: string): string => `https://booking.example/invitees/${ref}`

/** A call of somebody with Priya on a day of October, of an hour, booked on its first. */
export const bookingOf = (
  bookingRef: string,
  on: number,
  lead: Partial<BookingMessage['lead']> & { name: string },
  change: Partial<BookingMessage> = {},
): BookingMessage => ({
  kind: 'booking',
  bookingRef: inviteeRef(bookingRef),
  sentAt: day(1),
  lead: { email: null, phone: null, timeZone: null, ...lead },
  scheduledAt: day(on),
  endsAt: day(on, 13),
  bookedAt: day(1),
  hosts: [{ email: 'priya@northlight.example', name: 'Priya Nair' }],
  callType: null,
  tracking: { source: null, medium: null, campaign: null, content: null, term: null },
  answers: [],
  joinUrl: null,
  replacesRef: null,
  replacedByRef: null,
  replaced: false,
  cancellation: null,
  noShow: null,
  ...change,
})

/** A payment of 3,000 dollars by somebody on a day of October. */
export const purchaseOf = (
  purchaseRef: string,
  on: number,
  customer: Partial<PurchaseMessage['customer']>,
  change: Partial<PurchaseMessage> = {},
): PurchaseMessage => ({
  kind: 'purchase',
  purchaseRef,
  chargeRef: null,
  amountMinor: 300_000n,
  currency: 'USD',
  paidAt: day(on, 15),
  customer: { ref: null, email: null, name: null, phone: null, ...customer },
  description: null,
  metadata: {},
  clientReference: null,
  subscriptionRef: null,
  billingTurn: null,
  ...change,
})
