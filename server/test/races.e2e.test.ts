import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerReactions } from '../src/app/modules.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { type BookingMessage, recordBooking } from '../src/modules/events/service/index.ts'
import { type PurchaseMessage, recordPaymentMessage } from '../src/modules/payments/service/index.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { as, makeConnection } from './intake.ts'

/** A booking of a person, and their payment, told by two messages at the same moment. */
const messagesOf = (number: number): { booking: BookingMessage; purchase: PurchaseMessage } => {
  const email = `lead${number}@example.com`
  return {
    booking: {
      kind: 'booking',
      bookingRef: `https://booking.example/invitees/${number}`,
      sentAt: new Date('2026-10-01T12:00:00Z'),
      lead: { name: `Lead ${number}`, email, phone: null, timeZone: null },
      scheduledAt: new Date('2026-10-05T12:00:00Z'),
      endsAt: new Date('2026-10-05T13:00:00Z'),
      bookedAt: new Date('2026-10-01T12:00:00Z'),
      hosts: [],
      callType: null,
      tracking: { source: null, medium: null, campaign: null, content: null, term: null },
      answers: [],
      joinUrl: null,
      replacesRef: null,
      replacedByRef: null,
      replaced: false,
      cancellation: null,
      noShow: null,
    },
    purchase: {
      kind: 'purchase',
      purchaseRef: `pi_${number}`,
      chargeRef: null,
      amountMinor: 300_000n,
      currency: 'USD',
      paidAt: new Date('2026-10-06T12:00:00Z'),
      customer: { ref: null, email, name: null, phone: null },
      description: null,
      metadata: {},
      clientReference: null,
      subscriptionRef: null,
      billingTurn: null,
    },
  }
}

const rounds = Number(process.env.RACE_ROUNDS ?? 200)

let guarded: TestDatabase
let unguarded: TestDatabase
beforeAll(async () => {
  registerReactions()
  guarded = await freshDatabase()
  unguarded = await freshDatabase()
  // Here the lock that holds a customer while two messages tell of them holds nothing.
  await unguarded.owner.unsafe(`
    create schema guardless;
    grant usage on schema guardless to app_user;
    create function guardless.pg_advisory_xact_lock(bigint) returns void language sql as $$ select $$;
    alter role app_user in database ${unguarded.name} set search_path = guardless, public, pg_catalog`)
})
afterAll(async () => {
  await guarded.close()
  await unguarded.close()
})

/** How many of the payments are credited to nobody, after booking and payment of each person raced. */
async function uncreditedAfterRaces(test: TestDatabase): Promise<number> {
  const { organizationId, id: connectionId } = await makeConnection(test)
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: 'Main' }
  for (let number = 1; number <= rounds; number += 1) {
    const { booking, purchase } = messagesOf(number)
    await Promise.all([
      as(test.database, actor, (tx) => recordBooking({ actor, input: { message: booking, connectionId }, tx })),
      as(test.database, actor, (tx) => recordPaymentMessage({ actor, input: { message: purchase, connectionId }, tx })),
    ])
  }
  const [row] = await test.owner<{ n: number }[]>`
    select count(*)::int as n from payments where organization_id = ${organizationId} and event_id is null`
  return row?.n ?? rounds
}

it('a booking and a payment that arrive at the same moment always find each other', { timeout: 120_000 }, async () => {
  expect(await uncreditedAfterRaces(guarded)).toBe(0)
})

it('without the lock on their customer, some would miss each other for good', { timeout: 120_000 }, async () => {
  expect(await uncreditedAfterRaces(unguarded)).toBeGreaterThan(0)
})
