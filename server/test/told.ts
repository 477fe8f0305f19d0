import type { Actor } from '../src/kernel/actor.ts'
import { type BookingMessage, recordBooking } from '../src/modules/events/service/index.ts'
import { type PaymentMessage, type PurchaseMessage, recordPaymentMessage } from '../src/modules/payments/service/index.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import type { TestDatabase } from './database.ts'
import { as, makeConnection, type TestConnection } from './intake.ts'

export const day = (number: number, hour = 12): Date => new Date(Date.UTC(2026, 9, number, hour))

/** A call of somebody on a day of October, booked on its first. */
export const bookingOf = (
  bookingRef: string,
  on: number,
  lead: Partial<BookingMessage['lead']> & { name: string },
  change: Partial<BookingMessage> = {},
): BookingMessage => ({
  kind: 'booking',
  bookingRef: `https://booking.example/invitees/${bookingRef}`,
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

/** An organization with a connection, and Priya and Omar on its roster. */
export async function organize(test: TestDatabase): Promise<TestConnection> {
  const connection = await makeConnection(test)
  const actor = connection.admin
  await as(test.database, actor, async (tx) => {
    for (const [name, email] of [
      ['Priya Nair', 'priya@northlight.example'],
      ['Omar Diaz', 'omar@northlight.example'],
    ] as const)
      await createCloser({ actor, input: { name, email }, tx })
  })
  return connection
}

/** Tells the connection's messages one after the other, each in a transaction of its own. */
export async function tell(
  test: TestDatabase,
  { organizationId, id: connectionId }: TestConnection,
  ...messages: readonly (BookingMessage | PaymentMessage)[]
): Promise<void> {
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: 'Main' }
  for (const message of messages) {
    await as(test.database, actor, async (tx) => {
      if (message.kind === 'booking') await recordBooking({ actor, input: { message, connectionId }, tx })
      else await recordPaymentMessage({ actor, input: { message, connectionId }, tx })
    })
  }
}
