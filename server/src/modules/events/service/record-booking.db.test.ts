import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { createCloser } from '../../roster/service/create-closer.ts'
import { createSetter } from '../../roster/service/create-setter.ts'
import { createSource } from '../../roster/service/create-source.ts'
import type { BookingMessage } from './booking-message.ts'
import { recordBooking } from './record-booking.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 9, minute))

const booking = (bookingRef: string, bookedMinute: number, change: Partial<BookingMessage> = {}): BookingMessage => ({
  kind: 'booking',
  bookingRef,
  sentAt: at(bookedMinute),
  lead: { name: 'Dana Whitfield', email: 'dana@example.com', phone: null, timeZone: null },
  scheduledAt: at(3_000 + bookedMinute),
  endsAt: at(3_045 + bookedMinute),
  bookedAt: at(bookedMinute),
  hosts: [{ email: 'priya@northlight.example', name: 'Priya Nair' }],
  callType: { ref: null, name: 'Strategy Call' },
  tracking: { source: 'Instagram', medium: null, campaign: null, content: 'Marcus Hale', term: null },
  answers: [],
  joinUrl: null,
  replacesRef: null,
  replacedByRef: null,
  replaced: false,
  cancellation: null,
  noShow: null,
  ...change,
})

const byTessa = { source: 'Podcast', medium: null, campaign: null, content: 'Tessa Roy', term: null }

/** A call that was moved twice; whoever moved it came by other links than the first time. */
const first = booking('first', 0)
const firstMoved = booking('first', 0, { sentAt: at(10), replaced: true, replacedByRef: 'second' })
const second = booking('second', 10, { replacesRef: 'first', tracking: byTessa })
const secondMoved = booking('second', 10, {
  sentAt: at(20),
  replaced: true,
  replacedByRef: 'third',
  replacesRef: 'first',
  tracking: byTessa,
})
const third = booking('third', 20, { replacesRef: 'second', tracking: byTessa })
const thirdMarked = { ...third, sentAt: at(90), noShow: { marked: true } }
const thirdTakenBack = { ...third, sentAt: at(95), noShow: { marked: false } }

/** An organization with a roster, whose bookings name the setter and the source in their links. */
async function organize(): Promise<TestConnection> {
  const connection = await makeConnection(test, { provider: 'calendly' })
  const mapping = {
    setterFrom: [{ kind: 'utm', parameter: 'content' }],
    sourceFrom: [{ kind: 'utm', parameter: 'source' }],
    trafficTypeFrom: [],
  }
  await test.owner`update connections set mapping = ${test.owner.json(mapping)} where id = ${connection.id}`
  await as(test.database, connection.admin, async (tx) => {
    const actor = connection.admin
    await createCloser({ actor, input: { name: 'Priya Nair', email: 'priya@northlight.example' }, tx })
    for (const name of ['Marcus Hale', 'Tessa Roy']) await createSetter({ actor, input: { name }, tx })
    for (const name of ['Instagram', 'Podcast']) await createSource({ actor, input: { name }, tx })
  })
  return connection
}

const tell = (connection: TestConnection, message: BookingMessage) => {
  const actor: Actor = { kind: 'webhook', organizationId: connection.organizationId, connectionId: connection.id, name: 'Main' }
  return as(test.database, actor, (tx) => recordBooking({ actor, input: { message, connectionId: connection.id }, tx }))
}

/** What came of the messages, in words, however the rows are called. */
async function seen({ organizationId }: TestConnection) {
  const events = await test.owner`
    select e.booking_ref, e.status, e.outcome, e.replaced, before.booking_ref as moved_from, s.name as setter, src.name as source, c.name as closer,
      e.cancel_reason, e.canceled_by
    from events e left join events before on before.id = e.rescheduled_from_id left join setters s on s.id = e.setter_id
    left join sources src on src.id = e.source_id left join closers c on c.id = e.closer_id
    where e.organization_id = ${organizationId} order by e.booking_ref`
  const leads = await test.owner`
    select l.name, o.name as original_setter, c.name as current_setter from leads l
    left join setters o on o.id = l.original_setter_id left join setters c on c.id = l.current_setter_id
    where l.organization_id = ${organizationId}`
  return { events: events.map((event) => ({ ...event })), leads: leads.map((lead) => ({ ...lead })) }
}

async function outcomeOf(messages: readonly BookingMessage[]) {
  const connection = await organize()
  for (const message of messages) await tell(connection, message)
  return seen(connection)
}

/** Every order of a few things. */
const ordersOf = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.length === 0
    ? [[]]
    : things.flatMap((thing, index) => ordersOf(things.filter((_, other) => other !== index)).map((rest) => [thing, ...rest]))

describe('the messages of one booking', () => {
  it('make one event and one lead, however often they come', async () => {
    const outcome = await outcomeOf([first, first, first])
    expect(outcome.events).toMatchObject([
      { booking_ref: 'first', status: 'scheduled', outcome: null, setter: 'Marcus Hale', source: 'Instagram', closer: 'Priya Nair' },
    ])
    expect(outcome.leads).toEqual([{ name: 'Dana Whitfield', original_setter: 'Marcus Hale', current_setter: 'Marcus Hale' }])
  })

  it('make one event also where they come at the same moment', async () => {
    const connection = await organize()
    await Promise.all([tell(connection, first), tell(connection, first), tell(connection, second), tell(connection, firstMoved)])
    expect((await seen(connection)).events).toMatchObject([
      { booking_ref: 'first', status: 'rescheduled' },
      { booking_ref: 'second', status: 'scheduled', moved_from: 'first', setter: 'Marcus Hale' },
    ])
  })

  it('end in the same chain, setter and source in every order of a move', async () => {
    const expected = await outcomeOf([first, firstMoved, second])
    expect(expected.events).toMatchObject([
      { booking_ref: 'first', status: 'rescheduled', replaced: true, moved_from: null, setter: 'Marcus Hale', source: 'Instagram' },
      { booking_ref: 'second', status: 'scheduled', replaced: false, moved_from: 'first', setter: 'Marcus Hale', source: 'Instagram' },
    ])
    expect(expected.leads).toEqual([{ name: 'Dana Whitfield', original_setter: 'Marcus Hale', current_setter: 'Marcus Hale' }])
    for (const order of ordersOf([first, firstMoved, second])) expect(await outcomeOf(order)).toEqual(expected)
  })

  it('end the same where either half of a move is lost', async () => {
    const expected = await outcomeOf([first, firstMoved, second])
    for (const order of ordersOf([first, second])) expect(await outcomeOf(order)).toEqual(expected)
    for (const order of ordersOf([firstMoved, second])) expect(await outcomeOf(order)).toEqual(expected)
  })

  it('end the same for a call that was moved twice and marked, in any order and with repetitions', async () => {
    const messages = [first, firstMoved, second, secondMoved, third, thirdMarked, thirdTakenBack]
    const expected = await outcomeOf(messages)
    expect(expected.events).toMatchObject([
      { booking_ref: 'first', status: 'rescheduled', setter: 'Marcus Hale' },
      { booking_ref: 'second', status: 'rescheduled', moved_from: 'first', setter: 'Marcus Hale' },
      { booking_ref: 'third', status: 'scheduled', outcome: null, moved_from: 'second', setter: 'Marcus Hale', source: 'Instagram' },
    ])
    for (let seed = 1; seed <= 12; seed += 1) {
      const order = shuffled([...messages, ...messages], seed)
      expect(await outcomeOf(order), order.map(({ bookingRef, sentAt }) => `${bookingRef} ${sentAt.toISOString()}`).join(', ')).toEqual(
        expected,
      )
    }
  })

  it('cancel the call with its reason and canceler, whether or not the booking is known first', async () => {
    const cancellation = { at: at(30), by: 'Dana Whitfield', byKind: 'invitee', reason: 'Found another' } as const
    const canceled = booking('first', 0, { sentAt: at(30), cancellation })
    const expected = await outcomeOf([first, canceled])
    expect(expected.events).toMatchObject([
      { status: 'canceled', outcome: null, cancel_reason: 'Found another', canceled_by: 'Dana Whitfield', replaced: false },
    ])
    expect(await outcomeOf([canceled, first, canceled])).toEqual(expected)
  })

  it('restore a scheduled call once its no-show mark is taken back, in either order', async () => {
    for (const order of [
      [third, thirdMarked, thirdTakenBack],
      [thirdTakenBack, thirdMarked],
    ])
      expect((await outcomeOf(order)).events).toMatchObject([{ status: 'scheduled', outcome: null }])
    expect((await outcomeOf([thirdMarked])).events).toMatchObject([{ status: 'no_show', outcome: 'no_show' }])
  })

  it('never tie a booking to itself', async () => {
    const circle = booking('first', 0, { replacesRef: 'first', replacedByRef: 'first' })
    expect((await outcomeOf([circle, circle])).events).toMatchObject([{ booking_ref: 'first', moved_from: null }])
  })
})

describe('a lead', () => {
  it('keeps who booked them first and who booked them last, by the time of booking and not of arrival', async () => {
    const early = booking('early', 0)
    const late = booking('late', 50, { tracking: byTessa })
    const expected = [{ name: 'Dana Whitfield', original_setter: 'Marcus Hale', current_setter: 'Tessa Roy' }]
    expect((await outcomeOf([early, late])).leads).toEqual(expected)
    expect((await outcomeOf([late, early])).leads).toEqual(expected)
  })
})

describe('names that nobody had when the booking came', () => {
  it('become a setter’s and a source’s once the roster knows them, however they are punctuated', async () => {
    const connection = await organize()
    const tracking = { source: '#YouTube – Ads!', medium: null, campaign: null, content: '@jon_snow', term: null }
    await tell(connection, booking('unknown', 0, { tracking }))
    await as(test.database, connection.admin, async (tx) => {
      const actor = connection.admin
      await createSetter({ actor, input: { name: 'Jon Snow' }, tx })
      await createSource({ actor, input: { name: 'YouTube Ads' }, tx })
    })
    expect((await seen(connection)).events).toMatchObject([{ setter: 'Jon Snow', source: 'YouTube Ads' }])
  })

  it('become a source’s in any script', async () => {
    const connection = await organize()
    await tell(connection, booking('unknown', 0, { tracking: { ...byTessa, source: 'CAFÉ ÉTÉ' } }))
    await as(test.database, connection.admin, (tx) => createSource({ actor: connection.admin, input: { name: 'Café été' }, tx }))
    expect((await seen(connection)).events).toMatchObject([{ source: 'Café été' }])
  })
})
