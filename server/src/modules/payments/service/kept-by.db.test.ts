import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { patientDatabase } from '../../../../test/patient-database.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { PaymentMessage, PurchaseMessage } from './payment-message.ts'
import { recordListed } from './record-listed.ts'
import { recordPaymentMessage } from './record-payment-message.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(() => test.close())

const day = (number: number): Date => new Date(Date.UTC(2026, 9, number, 12))
const dana = { ref: 'cus_1', email: 'dana@example.com', name: 'Dana Whitfield', phone: null }
const purchase = (purchaseRef: string): PurchaseMessage => ({
  ...{ kind: 'purchase', purchaseRef, chargeRef: null, amountMinor: 300_000n, currency: 'USD', paidAt: day(5), customer: dana },
  ...{ description: null, metadata: {}, clientReference: null, subscriptionRef: null, billingTurn: null },
})
/** Bought by an invoice of a subscription, refunded in part, and the rest lost by a dispute. */
const told: readonly PaymentMessage[] = [
  purchase('pi_1'),
  purchase('pi_1'),
  {
    ...{ kind: 'invoice', invoiceRef: 'in_1', subscriptionRef: 'sub_1', billingTurn: 'first', purchaseRef: 'pi_1', customer: dana },
    ...{ metadata: {}, clientReference: null },
  },
  {
    ...{ kind: 'refund', refundRef: 're_1', purchaseRef: 'pi_1', amountMinor: 100_000n, currency: 'USD', state: 'live', reason: null },
    ...{ createdAt: day(6), reportedAt: day(6) },
  },
  {
    ...{ kind: 'dispute', disputeRef: 'dp_1', purchaseRef: 'pi_1', state: 'lost', amountMinor: 200_000n, currency: 'USD' },
    ...{ reason: null, openedAt: day(7), dueBy: null, reportedAt: day(9) },
  },
]

const connectTwice = async (provider: TestConnection['provider']): Promise<[TestConnection, TestConnection]> => {
  const one = await makeConnection(test, { provider })
  return [one, await makeConnection(test, { provider, organizationId: one.organizationId })]
}
const tell = ({ id, admin }: TestConnection, message: PaymentMessage) =>
  as(test.database, admin, (tx) => recordPaymentMessage({ actor: admin, tx, input: { connectionId: id, message } }))
const known = ({ organizationId }: TestConnection) => test.owner`
  select purchase_ref as ref, amount_minor::int as amount, refunded_minor::int as refunded, lost_minor::int as lost, subscription_ref as subscription
  from payments where organization_id = ${organizationId} order by purchase_ref`

describe('an account that an organization connected twice', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('tells of a purchase that counts once, whatever comes by which connection (order %i)', async (seed) => {
    const both = await connectTwice('stripe')
    for (const [at, message] of shuffled(told, seed).entries()) await tell(both[(at * seed + (seed % 3)) % 2 ? 1 : 0], message)
    expect(await known(both[0])).toEqual([{ ref: 'pi_1', amount: 300_000, refunded: 100_000, lost: 200_000, subscription: 'sub_1' }])
  })

  it('tells of it at once by both, and it counts once', async () => {
    const both = await connectTwice('whop')
    const refs = Array.from({ length: 12 }, (_, nth) => `pay_${String(nth).padStart(2, '0')}`)
    await Promise.all(refs.flatMap((ref) => both.map((connection) => tell(connection, purchase(ref)))))
    expect((await known(both[0])).map(({ ref }: Record<string, unknown>) => ref)).toEqual(refs)
  })

  it('lists by one what the other told of, and nothing is made', async () => {
    const [hooked, synced] = await connectTwice('stripe')
    for (const message of told) await tell(hooked, message)
    const { id: connectionId, admin } = synced
    const taken = await as(test.database, admin, (tx) => recordListed({ actor: admin, tx, input: { connectionId, messages: told } }))
    expect(taken).toBe('none')
  })
})

it('what one’s own systems number is theirs alone: the same number by two of them is two purchases', async () => {
  const both = await connectTwice('custom')
  for (const connection of both) await tell(connection, purchase('order-1'))
  expect(await known(both[0])).toHaveLength(2)
})
