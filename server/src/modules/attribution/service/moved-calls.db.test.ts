import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, day, inviteeRef, purchaseOf } from '../../../../test/messages.ts'
import { organize, tell } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import { mergeLeads } from '../../contacts/service/merge-leads.ts'
import type { BookingMessage } from '../../events/service/index.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import type { PaymentMessage } from '../../payments/service/index.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const dana = { name: 'Dana Whitfield', email: 'dana@example.com' }
const booking = (ref: string, on: number, change: Partial<BookingMessage> = {}): BookingMessage => bookingOf(ref, on, dana, change)
const purchase = (ref: string, on: number) => purchaseOf(ref, on, { email: dana.email })

/** As a booking tool tells that a call was moved on a day: the old one, and the new one, which is dated to that day. */
const moved = (from: BookingMessage, to: string, on: number, movedOn: number): [BookingMessage, BookingMessage] => [
  { ...from, sentAt: day(movedOn), replaced: true, replacedByRef: inviteeRef(to) },
  booking(to, on, { bookedAt: day(movedOn), sentAt: day(movedOn), replacesRef: from.bookingRef }),
]

/** What somebody files of a call. */
interface Filed {
  kind: 'form'
  ref: string
  leadShowed: boolean
}
const filed = (ref: string, leadShowed = true): Filed => ({ kind: 'form', ref, leadShowed })

type Step = BookingMessage | PaymentMessage | Filed

async function take(connection: TestConnection, step: Step): Promise<void> {
  if (step.kind !== 'form') return tell(test, connection, step)
  const { admin: actor, organizationId } = connection
  const [event] = await test.owner<{ id: string }[]>`
    select id from events where organization_id = ${organizationId} and booking_ref = ${inviteeRef(step.ref)}`
  if (!event) throw new Error('There is no such call')
  const { leadShowed } = step
  const input = { eventId: event.id, callOccurred: true, leadShowed, offerMade: leadShowed, dealClosed: leadShowed }
  await as(test.database, actor, (tx) => submitPostCallForm({ actor, input: leadShowed ? { ...input, paymentType: 'pif' } : input, tx }))
}

const creditsOf = async ({ organizationId }: TestConnection) => [
  ...(await test.owner<{ purchase: string; method: string; event: string | null; closer: string | null }[]>`
    select p.purchase_ref as purchase, p.attribution_method as method, regexp_replace(e.booking_ref, '^.*/', '') as event, c.name as closer
    from payments p left join events e on e.id = p.event_id left join closers c on c.id = p.closer_id
    where p.organization_id = ${organizationId} order by p.purchase_ref`),
]

const leadOf = async ({ organizationId }: TestConnection, bookingRef: string): Promise<string> => {
  const [event] = await test.owner<{ leadId: string }[]>`
    select lead_id as "leadId" from events where organization_id = ${organizationId} and booking_ref = ${bookingRef}`
  return event?.leadId ?? ''
}

const ordersOf = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.length === 0
    ? [[]]
    : things.flatMap((thing, index) => ordersOf(things.filter((_, other) => other !== index)).map((rest) => [thing, ...rest]))

/** A form is filed of a call that is known. */
const isPossible = (steps: readonly Step[]): boolean =>
  steps.every(
    (step, nth) =>
      step.kind !== 'form' || steps.slice(0, nth).some((before) => before.kind === 'booking' && before.bookingRef === inviteeRef(step.ref)),
  )

/** What steps come to in every order that is possible; one outcome, or the test fails. */
async function inEveryOrder(steps: readonly Step[]) {
  const outcomes: Awaited<ReturnType<typeof creditsOf>>[] = []
  for (const order of ordersOf(steps).filter(isPossible)) {
    const connection = await organize(test)
    for (const step of order) await take(connection, step)
    outcomes.push(await creditsOf(connection))
  }
  const [first = []] = outcomes
  for (const outcome of outcomes) expect(outcome).toEqual(first)
  return first
}

describe('a call that is moved after it was paid for', () => {
  const old = booking('old', 10)

  it('leaves the payment to what it was moved to, where it was to come', async () => {
    const connection = await organize(test)
    await tell(test, connection, old, purchase('pi_1', 5))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_coming', event: 'old', closer: 'Priya Nair' }])
    await tell(test, connection, ...moved(old, 'new', 14, 8))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_coming', event: 'new', closer: 'Priya Nair' }])
    expect(await inEveryOrder([old, ...moved(old, 'new', 14, 8), purchase('pi_1', 5)])).toMatchObject([{ event: 'new' }])
  })

  it('leaves it so where it was missed, and moved only then', async () => {
    const connection = await organize(test)
    await tell(test, connection, old, purchase('pi_1', 11))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_past', event: 'old' }])
    await tell(test, connection, ...moved(old, 'new', 14, 12))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_coming', event: 'new', closer: 'Priya Nair' }])
  })

  it('leaves it to the end of the chain, however often it is moved, and in whatever order that is told', async () => {
    const [first, second] = moved(old, 'second', 14, 8)
    const [, third] = moved(second, 'third', 20, 13)
    expect(await inEveryOrder([first, second, third, purchase('pi_1', 5)])).toMatchObject([
      { method: 'matched_coming', event: 'third', closer: 'Priya Nair' },
    ])
  })

  it('does so where a person makes one lead of the two whom it was booked by', async () => {
    const connection = await organize(test)
    const other = { name: 'Dana W', email: 'dana.w@example.com', phone: null, timeZone: null }
    const [first, second] = moved(old, 'new', 14, 8)
    await tell(test, connection, first, { ...second, lead: other }, purchaseOf('pi_1', 5, { email: other.email }))
    // Known gap: whoever moves a call under another address is another lead, who had booked nothing when they paid.
    expect(await creditsOf(connection)).toMatchObject([{ method: 'none', event: null }])
    const [survivorId = '', mergedId = ''] = await Promise.all([old, second].map((message) => leadOf(connection, message.bookingRef)))
    const { admin: actor } = connection
    await as(test.database, actor, (tx) => mergeLeads({ actor, input: { survivorId, mergedId }, tx }))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_coming', event: 'new' }])
  })

  it('was booked after the payment where the first of its chain was', async () => {
    const [first, second] = moved(booking('old', 10, { bookedAt: day(6) }), 'new', 14, 8)
    expect(await inEveryOrder([first, second, purchase('pi_1', 5)])).toMatchObject([{ method: 'none', event: null }])
  })
})

describe('a call that its form says was held', () => {
  const old = booking('old', 10)

  it('keeps its payment, whatever the lead books by its link afterwards', async () => {
    const [booked, again] = moved(old, 'again', 18, 12)
    expect(await inEveryOrder([booked, again, filed('old'), purchase('pi_1', 11)])).toMatchObject([
      { method: 'matched_past', event: 'old', closer: 'Priya Nair' },
    ])
  })

  it('is another one than what was booked by its link, which has the payments after it', async () => {
    const [booked, again] = moved(old, 'again', 18, 12)
    expect(await inEveryOrder([booked, again, filed('old'), purchase('pi_1', 19)])).toMatchObject([
      { method: 'matched_past', event: 'again' },
    ])
  })

  it('lends the next one no day of booking: that was booked when the link was used', async () => {
    const connection = await organize(test)
    const [booked, again] = moved(
      booking('old', 1, { bookedAt: new Date('2026-06-01T12:00:00Z'), scheduledAt: new Date('2026-07-01T12:00:00Z'), endsAt: null }),
      'again',
      18,
      12,
    )
    await tell(test, connection, booked, again, purchase('pi_1', 11))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_coming', event: 'again' }])
    await take(connection, filed('old'))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'none', event: null }])
  })

  it('or missed: then too its payment is its own', async () => {
    const [booked, again] = moved(old, 'again', 18, 12)
    expect(await inEveryOrder([booked, again, filed('old', false), purchase('pi_1', 11)])).toMatchObject([
      { method: 'matched_past', event: 'old' },
    ])
  })
})
