import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { booking, type CreditStory, dana, startCreditStory } from '../../../../test/credit-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { registerReactions } from '../../../app/modules.ts'
import { recordPayment } from './record-payment.ts'
import { updateRecordedPayment } from './update-recorded-payment.ts'

let test: TestDatabase
let story: CreditStory
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  story = await startCreditStory(test)
})

const stranger = { email: 'somebody@else.example' }

const referencesOf = async (ref: string) =>
  (
    await test.owner<
      { value: string }[]
    >`select r.value from payment_references r join payments p on p.organization_id = r.organization_id and p.id = r.payment_id
      where p.organization_id = ${story.connection.organizationId} and p.purchase_ref = ${ref} order by 1`
  ).map(({ value }) => value)

it('a payment is found by everything in it that may name its call, as its messages tell of it, blanks aside', async () => {
  await story.tell(purchaseOf('pi_1', 9, stranger, { metadata: { invitee_id: ' call ', plan: 'gold', note: '' } }))
  expect(await referencesOf('pi_1')).toEqual(['call', 'gold'])
  await story.tell(purchaseOf('pi_1', 9, stranger, { clientReference: 'call\n', metadata: { order: '7' } }))
  expect(await referencesOf('pi_1')).toEqual(['7', 'call', 'gold'])
  await story.tell(purchaseOf('pi_2', 9, stranger, { metadata: { essay: 'x'.repeat(501) } }))
  expect(await referencesOf('pi_2')).toEqual([])
})

it('a call that becomes known after the payment that names it takes it: by our id, by the booking tool’s, or by the last part of that', async () => {
  const names = ['https://booking.example/invitees/one', 'one']
  await story.tell(...names.map((name, nth) => purchaseOf(`pi_${nth}`, 9, stranger, { metadata: { bookingRef: name } })))
  expect(await story.credits()).toMatchObject([{ event: null }, { event: null }])
  await story.tell(booking('one', 10), booking('two', 11))
  expect(await story.credits()).toMatchObject([
    { method: 'reference', event: 'one' },
    { method: 'reference', event: 'one' },
  ])
  await story.tell(purchaseOf('pi_2', 9, stranger, { metadata: { event_id: await story.eventOf('two') } }))
  expect(await story.credits()).toMatchObject([{ event: 'one' }, { event: 'one' }, { event: 'two' }])
  const agreeing = await test.owner`select own_ref from events where organization_id = ${story.connection.organizationId} order by 1`
  expect(agreeing).toEqual([{ own_ref: 'one' }, { own_ref: 'two' }])
})

it('a payment that names another call than before is found by that one alone', async () => {
  await story.tell(booking('one', 5, dana), booking('two', 6, dana))
  const { admin: actor } = story
  const given = { amount: { amount: '10.00', currency: 'USD' }, method: 'cash' as const, paidOn: '2026-10-09' }
  const { paymentId } = await as(test.database, actor, async (tx) =>
    recordPayment({ actor, input: { ...given, eventId: await story.eventOf('one') }, tx }),
  )
  const two = await story.eventOf('two')
  await as(test.database, actor, (tx) => updateRecordedPayment({ actor, input: { paymentId, eventId: two }, tx }))
  expect(await test.owner`select value from payment_references where payment_id = ${paymentId}`).toEqual([{ value: two }])
})
