import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf, day, purchaseOf } from '../../../../test/messages.ts'
import { organize, tell as tellTo } from '../../../../test/told.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { BookingMessage } from '../../events/service/index.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import type { PaymentMessage, PurchaseMessage } from '../../payments/service/index.ts'
import { attributePayment } from './attribute-payment.ts'
import { unlockAttribution } from './unlock-attribution.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const dana = { name: 'Dana Whitfield', email: 'dana@example.com', phone: null, timeZone: null }
const booking = (ref: string, on: number, change: Partial<BookingMessage> = {}): BookingMessage => bookingOf(ref, on, dana, change)

const canceled = (message: BookingMessage): BookingMessage => ({
  ...message,
  sentAt: day(2),
  cancellation: { at: day(2), by: null, byKind: null, reason: null },
})

const purchase = (ref: string, on: number, change: Partial<PurchaseMessage> = {}): PurchaseMessage =>
  purchaseOf(ref, on, { ref: 'cus_1', email: 'dana@example.com', name: 'Dana Whitfield' }, change)

type Told = BookingMessage | PaymentMessage

const tell = (connection: TestConnection, ...messages: Told[]): Promise<void> => tellTo(test, connection, ...messages)

interface Credit {
  purchase: string
  method: string
  event: string | null
  closer: string | null
  locked: boolean
}

const creditsOf = async ({ organizationId }: TestConnection): Promise<Credit[]> => [
  ...(await test.owner<Credit[]>`
    select p.purchase_ref as purchase, p.attribution_method as method, regexp_replace(e.booking_ref, '^.*/', '') as event, c.name as closer,
      p.attribution_locked as locked
    from payments p left join events e on e.id = p.event_id left join closers c on c.id = p.closer_id
    where p.organization_id = ${organizationId} and p.origin = 'processor' order by p.purchase_ref`),
]

const ordersOf = <Thing>(things: readonly Thing[]): Thing[][] =>
  things.length === 0
    ? [[]]
    : things.flatMap((thing, index) => ordersOf(things.filter((_, other) => other !== index)).map((rest) => [thing, ...rest]))

/** What messages come to in every order; one outcome, or the test fails. */
async function inEveryOrder(messages: readonly Told[]): Promise<Credit[]> {
  const outcomes: Credit[][] = []
  for (const order of ordersOf(messages)) {
    const connection = await organize(test)
    await tell(connection, ...order)
    outcomes.push(await creditsOf(connection))
  }
  const [first = []] = outcomes
  for (const outcome of outcomes) expect(outcome).toEqual(first)
  return first
}

const idOf = async ({ organizationId }: TestConnection, purchaseRef: string): Promise<string> => {
  const [row] = await test.owner<{ id: string }[]>`
    select id from payments where organization_id = ${organizationId} and purchase_ref = ${purchaseRef}`
  if (!row) throw new Error('There is no such payment')
  return row.id
}

const eventIdOf = async ({ organizationId }: TestConnection, ref: string): Promise<string> => {
  const [row] = await test.owner<{ id: string }[]>`
    select id from events where organization_id = ${organizationId} and booking_ref = ${`https://booking.example/invitees/${ref}`}`
  if (!row) throw new Error('There is no such event')
  return row.id
}

const decisionsOf = async (connection: TestConnection, purchaseRef: string) =>
  test.owner`select method, locked, summary from attribution_decisions where payment_id = ${await idOf(connection, purchaseRef)} order by decided_at, id`

describe('the credit of a payment', () => {
  it('is the same in every order of its messages: the most recent call before it', async () => {
    expect(await inEveryOrder([booking('older', 5), booking('recent', 10), booking('coming', 25), purchase('pi_1', 12)])).toMatchObject([
      { method: 'matched_past', event: 'recent', closer: 'Priya Nair', locked: false },
    ])
  })

  it('passes over a canceled call, also where the cancellation comes after the payment', async () => {
    const recent = booking('recent', 10)
    expect(await inEveryOrder([booking('older', 5), recent, canceled(recent), purchase('pi_1', 12)])).toMatchObject([
      { method: 'matched_past', event: 'older' },
    ])
  })

  it('goes to what a moved call became', async () => {
    const moved = { ...booking('old', 10), replaced: true, replacedByRef: 'https://booking.example/invitees/new' }
    const became = { ...booking('new', 14, { bookedAt: day(9) }), replacesRef: moved.bookingRef }
    expect(await inEveryOrder([booking('old', 10), moved, became, purchase('pi_1', 12)])).toMatchObject([
      { method: 'matched_coming', event: 'new' },
    ])
  })

  it('follows a call that its metadata names, whoever pays, whichever comes first, by id or by address', async () => {
    const customer = { ref: null, email: 'accounts@company.example', name: 'A Company', phone: null }
    const named: Record<string, string>[] = [{ invitee_id: 'named' }, { invitee_uri: ' https://booking.example/invitees/named ' }]
    for (const metadata of named) {
      expect(await inEveryOrder([booking('named', 10), purchase('pi_1', 12, { customer, metadata })])).toMatchObject([
        { method: 'reference', event: 'named' },
      ])
    }
    expect(await inEveryOrder([booking('named', 10), purchase('pi_1', 12, { customer, clientReference: 'named' })])).toMatchObject([
      { method: 'reference', event: 'named' },
    ])
  })

  it('follows a named call also where the payer has a call of their own that was known first', async () => {
    const omar = { name: 'Omar Ruiz', email: 'omar.ruiz@example.com', phone: null, timeZone: null }
    const named = booking('named', 10, { lead: omar })
    expect(await inEveryOrder([booking('own', 11), named, purchase('pi_1', 12, { metadata: { invitee_id: 'named' } })])).toMatchObject([
      { method: 'reference', event: 'named' },
    ])
  })

  it('is inherited by later payments of a subscription, whichever of them is told first', async () => {
    const plan = { subscriptionRef: 'sub_1' }
    const credits = await inEveryOrder([booking('call', 10), booking('other', 20), purchase('pi_1', 12, plan), purchase('pi_2', 28, plan)])
    expect(credits).toMatchObject([
      { purchase: 'pi_1', method: 'matched_past', event: 'call' },
      { purchase: 'pi_2', method: 'inherited', event: 'call' },
    ])
  })

  it('is, and so is the deal, by one payment that is the first, of two at one moment too, whichever is told first', async () => {
    const [b, a] = ['pi_B', 'pi_a'].map((ref) => purchase(ref, 10, { subscriptionRef: 'sub_1' }))
    if (!a || !b) throw new Error('There are two')
    for (const messages of [
      [a, b],
      [b, a],
    ]) {
      const connection = await organize(test)
      await tell(connection, booking('call', 5), ...messages)
      const rows = await test.owner`
        select purchase_ref as ref, attribution_method as method, deal_type as deal from payments
        where organization_id = ${connection.organizationId} order by purchase_ref collate "C"`
      expect(rows).toEqual([
        { ref: 'pi_B', method: 'matched_past', deal: 'new_deal' },
        { ref: 'pi_a', method: 'inherited', deal: 'renewal' },
      ])
    }
  })

  it('that a person gave to a first payment is inherited by those there are and those to come, and is taken back with it', async () => {
    const connection = await organize(test)
    const actor = connection.admin
    const plan = { subscriptionRef: 'sub_1' }
    await tell(connection, booking('call', 10), purchase('pi_1', 12, plan), purchase('pi_2', 28, plan))
    const paymentId = await idOf(connection, 'pi_1')
    await as(test.database, actor, (tx) => attributePayment({ actor, input: { paymentId, closerId: null }, tx }))
    await tell(connection, purchase('pi_3', 29, plan))
    expect(await creditsOf(connection)).toMatchObject([
      { purchase: 'pi_1', method: 'manual', event: null, closer: null, locked: true },
      { purchase: 'pi_2', method: 'inherited', event: null, closer: null, locked: false },
      { purchase: 'pi_3', method: 'inherited', event: null, closer: null, locked: false },
    ])
    await as(test.database, actor, (tx) => unlockAttribution({ actor, input: { paymentId }, tx }))
    expect(await creditsOf(connection)).toMatchObject([
      { purchase: 'pi_1', method: 'matched_past', event: 'call', closer: 'Priya Nair' },
      { purchase: 'pi_2', method: 'inherited', event: 'call', closer: 'Priya Nair' },
      { purchase: 'pi_3', method: 'inherited', event: 'call', closer: 'Priya Nair' },
    ])
  })

  it('is nobody’s until a call that it can be for is known', async () => {
    const connection = await organize(test)
    await tell(connection, purchase('pi_1', 12))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'none', event: null, closer: null }])
    await tell(connection, booking('late', 10))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_past', event: 'late', closer: 'Priya Nair' }])
    expect(await decisionsOf(connection, 'pi_1')).toMatchObject([{ method: 'none' }, { method: 'matched_past' }])
  })

  it('is decided anew when a form says that the call was called off', async () => {
    const submit = async (connection: TestConnection) => {
      const eventId = await eventIdOf(connection, 'recent')
      const actor = connection.admin
      await as(test.database, actor, (tx) =>
        submitPostCallForm({ actor, input: { eventId, callOccurred: false, resolution: 'canceled' }, tx }),
      )
    }
    const before = await organize(test)
    await tell(before, booking('older', 5), booking('recent', 10))
    await submit(before)
    await tell(before, purchase('pi_1', 12))
    const after = await organize(test)
    await tell(after, booking('older', 5), booking('recent', 10), purchase('pi_1', 12))
    await submit(after)
    expect(await creditsOf(before)).toMatchObject([{ method: 'matched_past', event: 'older' }])
    expect(await creditsOf(after)).toEqual(await creditsOf(before))
  })

  it('adds nothing to its history where a message changes nothing', async () => {
    const connection = await organize(test)
    await tell(connection, booking('call', 10), purchase('pi_1', 12), booking('call', 10), purchase('pi_1', 12))
    expect(await decisionsOf(connection, 'pi_1')).toHaveLength(1)
  })
})

describe('a credit that was given by hand', () => {
  const attribute = async (connection: TestConnection, event: string | null) => {
    const actor = connection.admin
    const input = { paymentId: await idOf(connection, 'pi_1'), eventId: event === null ? null : await eventIdOf(connection, event) }
    await as(test.database, actor, (tx) => attributePayment({ actor, input, tx }))
  }

  it('makes of a payment the deposit that the form reports, in the same moment', async () => {
    const connection = await organize(test)
    const { admin: actor } = connection
    await tell(connection, booking('call', 5), purchase('pi_1', 6, { customer: { ref: null, email: null, name: 'Kim', phone: null } }))
    const [event] = await test.owner<{ id: string }[]>`select id from events where organization_id = ${connection.organizationId}`
    const [payment] = await test.owner<{ id: string }[]>`select id from payments where organization_id = ${connection.organizationId}`
    const cashCollected = { amount: '3000.00', currency: 'USD' }
    const filed = {
      callOccurred: true,
      leadShowed: true,
      offerMade: true,
      dealClosed: false,
      paymentType: 'deposit' as const,
      cashCollected,
    }
    await as(test.database, actor, (tx) => submitPostCallForm({ actor, tx, input: { eventId: event?.id ?? '', ...filed } }))
    const input = { paymentId: payment?.id ?? '', eventId: event?.id ?? '' }
    await as(test.database, actor, (tx) => attributePayment({ actor, tx, input }))
    const [deal] = await test.owner`
      select p.payment_type as type, r.id is not null as matched from payments p left join payments r on r.matched_payment_id = p.id where p.id = ${input.paymentId}`
    expect(deal).toEqual({ type: 'deposit', matched: true })
  })

  it('stays, whatever automation learns later', async () => {
    const connection = await organize(test)
    await tell(connection, booking('older', 5), purchase('pi_1', 12))
    await attribute(connection, 'older')
    await tell(
      connection,
      booking('recent', 11),
      canceled(booking('older', 5)),
      purchase('pi_1', 12, { metadata: { invitee_id: 'recent' } }),
    )
    expect(await creditsOf(connection)).toMatchObject([{ method: 'manual', event: 'older', locked: true }])
  })

  it('may be to nobody, and that stays too', async () => {
    const connection = await organize(test)
    await tell(connection, purchase('pi_1', 12))
    await attribute(connection, null)
    await tell(connection, booking('recent', 11))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'manual', event: null, closer: null, locked: true }])
  })

  it('is decided by the rules again once it is unlocked, and its history is kept', async () => {
    const connection = await organize(test)
    await tell(connection, booking('older', 5), booking('recent', 11), purchase('pi_1', 12))
    await attribute(connection, 'older')
    const actor = connection.admin
    const paymentId = await idOf(connection, 'pi_1')
    await as(test.database, actor, (tx) => unlockAttribution({ actor, input: { paymentId }, tx }))
    expect(await creditsOf(connection)).toMatchObject([{ method: 'matched_past', event: 'recent', locked: false }])
    expect(await decisionsOf(connection, 'pi_1')).toMatchObject([
      { method: 'matched_past', locked: false },
      { method: 'manual', locked: true },
      { method: 'matched_past', locked: false },
    ])
  })
})
