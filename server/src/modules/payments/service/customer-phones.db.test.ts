import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { booking, type CreditStory, startCreditStory } from '../../../../test/credit-story.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { registerReactions } from '../../../app/modules.ts'
import { recordPayment } from './record-payment.ts'

let test: TestDatabase
let story: CreditStory
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  story = await startCreditStory(test)
  await test.owner`update organizations set time_zone = 'Europe/London' where id = ${story.connection.organizationId}`
})

const london = { name: 'Dana Whitfield', email: null, phone: '+442079460958' }
const berlin = { name: 'Jonas Weber', email: null, phone: '+4930901820' }

describe('a number that a payment gives without its country', () => {
  it('is one of the organization’s, whether the processor or the booking tells of it first', async () => {
    const paid = purchaseOf('pi_1', 12, { email: 'else@example.com', phone: '020 7946 0958' })
    await story.tell(booking('call', 10, london), paid)
    expect(await story.credits()).toMatchObject([{ method: 'matched_past', event: 'call', lead: 'Dana Whitfield' }])
    story = await startCreditStory(test)
    await test.owner`update organizations set time_zone = 'Europe/London' where id = ${story.connection.organizationId}`
    await story.tell(paid, booking('call', 10, london))
    expect(await story.credits()).toMatchObject([{ method: 'matched_past', event: 'call', lead: 'Dana Whitfield' }])
  })

  it('is one of the customer’s own country, where the processor says which that is', async () => {
    await story.tell(booking('call', 10, berlin), purchaseOf('pi_1', 12, { phone: '030 901820', country: 'DE' }))
    expect(await story.credits()).toMatchObject([{ event: 'call', lead: 'Jonas Weber' }])
    expect(await test.owner`select customer_phone from payments where organization_id = ${story.connection.organizationId}`).toEqual([
      { customer_phone: '+4930901820' },
    ])
  })

  it('is read alike by hand, and of an invoice', async () => {
    await story.tell(booking('call', 10, london))
    const { admin: actor } = story
    const amount = { amount: '10.00', currency: 'USD' }
    const input = { amount, method: 'cash' as const, paidOn: '2026-10-12', customerPhone: '020 7946 0958' }
    const { paymentId } = await as(test.database, actor, (tx) => recordPayment({ actor, input, tx }))
    expect(await test.owner`select customer_phone, event_id is not null as credited from payments where id = ${paymentId}`).toEqual([
      { customer_phone: '+442079460958', credited: true },
    ])
    const customer = { ref: null, email: null, name: null, phone: '030 901820', country: 'DE' }
    await story.tell({
      kind: 'invoice',
      invoiceRef: 'in_1',
      subscriptionRef: 'sub_1',
      billingTurn: 'first',
      purchaseRef: 'pi_1',
      customer,
      metadata: {},
      clientReference: null,
    })
    await story.tell(purchaseOf('pi_1', 12, {}))
    expect(
      await test.owner`select customer_phone from payments where purchase_ref = 'pi_1' and organization_id = ${story.connection.organizationId}`,
    ).toEqual([{ customer_phone: '+4930901820' }])
  })

  it('is no number where it is none of that country', async () => {
    await story.tell(purchaseOf('pi_1', 12, { phone: '555 0143' }))
    expect(await test.owner`select customer_phone from payments where organization_id = ${story.connection.organizationId}`).toEqual([
      { customer_phone: null },
    ])
  })
})
