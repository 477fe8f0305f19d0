import type { Actor } from '../src/kernel/actor.ts'
import type { BookingMessage } from '../src/modules/events/service/booking-message.ts'
import { recordBooking } from '../src/modules/events/service/record-booking.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import { createSetter } from '../src/modules/roster/service/create-setter.ts'
import type { TestDatabase } from './database.ts'
import { as, makeConnection, type TestConnection } from './intake.ts'

const hourMs = 3_600_000
export const inHours = (hours: number): Date => new Date(Date.now() + hours * hourMs)

/** A booking of Dana with Priya, by Marcus, for tomorrow. */
export const booking = (bookingRef: string, change: Partial<BookingMessage> = {}): BookingMessage => ({
  kind: 'booking',
  bookingRef,
  sentAt: inHours(-1),
  lead: { name: 'Dana Whitfield', email: 'dana@example.com', phone: null, timeZone: null },
  scheduledAt: inHours(24),
  endsAt: inHours(25),
  bookedAt: inHours(-1),
  hosts: [{ email: 'priya@northlight.example', name: 'Priya Nair' }],
  callType: null,
  tracking: { source: null, medium: null, campaign: null, content: 'Marcus Hale', term: null },
  answers: [],
  joinUrl: null,
  replacesRef: null,
  replacedByRef: null,
  replaced: false,
  cancellation: null,
  noShow: null,
  ...change,
})

/** An organization whose bookings name the setter, the source and the traffic type in their links. */
export interface BookingStory extends TestConnection {
  ids: Record<'priya' | 'omar' | 'marcus' | 'tessa', string>
}

export async function organizeBookings(test: TestDatabase): Promise<BookingStory> {
  const connection = await makeConnection(test, { provider: 'calendly' })
  const mapping = {
    setterFrom: [{ kind: 'utm', parameter: 'content' }],
    sourceFrom: [{ kind: 'utm', parameter: 'source' }],
    trafficTypeFrom: [{ kind: 'utm', parameter: 'medium' }],
  }
  await test.owner`update connections set mapping = ${test.owner.json(mapping)} where id = ${connection.id}`
  const actor = connection.admin
  const ids = await as(test.database, actor, async (tx) => ({
    priya: (await createCloser({ actor, input: { name: 'Priya Nair', email: 'priya@northlight.example' }, tx })).id,
    omar: (await createCloser({ actor, input: { name: 'Omar Diaz', email: 'omar@northlight.example' }, tx })).id,
    marcus: (await createSetter({ actor, input: { name: 'Marcus Hale' }, tx })).id,
    tessa: (await createSetter({ actor, input: { name: 'Tessa Roy' }, tx })).id,
  }))
  return { ...connection, ids }
}

/** A booking tool's message, as it comes in. Answers the event. */
export async function tellBooking(test: TestDatabase, story: TestConnection, message: BookingMessage): Promise<string> {
  const actor: Actor = { kind: 'webhook', organizationId: story.organizationId, connectionId: story.id, name: 'Main' }
  return (await as(test.database, actor, (tx) => recordBooking({ actor, input: { message, connectionId: story.id }, tx }))).eventId
}
