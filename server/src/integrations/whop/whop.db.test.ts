import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { as, makeConnection, type TestConnection } from '../../../test/intake.ts'
import { jobServices } from '../../../test/job-services.ts'
import { shuffled } from '../../../test/shuffled.ts'
import type { Actor } from '../../kernel/actor.ts'
import { registerReactions } from '../../app/modules.ts'
import { whop } from './integration.ts'

let test: TestDatabase

beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

/** Processes messages of one connection in the order given, each in a transaction of its own. */
async function tell(connection: TestConnection, bodies: readonly object[]): Promise<void> {
  const actor: Actor = { kind: 'webhook', organizationId: connection.organizationId, connectionId: connection.id, name: 'Main' }
  for (const body of bodies) {
    const message = { body, connectionId: connection.id, receivedAt: new Date(), actor, requestId: 'test-request' }
    await as(test.database, actor, await whop.prepare(message, jobServices(test.database)))
  }
}

const paymentsOf = ({ organizationId }: TestConnection) =>
  test.owner<
    {
      provider: string
      purchase_ref: string
      amount_minor: bigint
      refunded_minor: bigint
      status: string
      customer_email: string | null
    }[]
  >`
    select provider, purchase_ref, amount_minor, refunded_minor, status, customer_email from payments where organization_id = ${organizationId}`

const bodies = ['v1.payment.succeeded', 'v1.refund.created', 'v1.membership.activated', 'v1.payment.failed'].map((name) =>
  readFixture(`whop/${name}`),
)

const sale = {
  provider: 'whop',
  purchase_ref: 'pay_NLdemoPetra001',
  amount_minor: 150_000n,
  refunded_minor: 50_000n,
  status: 'partially_refunded',
  customer_email: 'petra.lindqvist@example.com',
}

describe('a sale by Whop', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'is one payment, less its refund, in whatever order it is told (%i)',
    async (seed) => {
      const connection = await makeConnection(test, { provider: 'whop' })
      await tell(connection, shuffled([...bodies, ...bodies], seed))
      expect(await paymentsOf(connection)).toEqual([sale])
    },
  )

  it('is the same payment where an endpoint of each version tells of it', async () => {
    const connection = await makeConnection(test, { provider: 'whop' })
    const older = readFixture('whop/v5.payment.succeeded')
    const current = readFixture('whop/v1.payment.succeeded')
    const both = { ...older, data: { ...(older.data as object), id: 'pay_NLdemoPetra001', final_amount: 1500, subtotal: 1500 } }
    await tell(connection, [both, current, both])
    expect(await paymentsOf(connection)).toEqual([{ ...sale, refunded_minor: 0n, status: 'succeeded' }])
  })

  it('that failed to be given back is whole again', async () => {
    const connection = await makeConnection(test, { provider: 'whop' })
    const refund = readFixture('whop/v1.refund.created')
    const failed = {
      ...refund,
      id: 'msg_later',
      type: 'refund.updated',
      timestamp: '2026-10-14T09:00:00.000Z',
      data: { ...(refund.data as object), status: 'failed' },
    }
    for (const order of [
      [refund, failed],
      [failed, refund],
    ])
      await tell(connection, order)
    await tell(connection, [readFixture('whop/v1.payment.succeeded')])
    expect(await paymentsOf(connection)).toEqual([{ ...sale, refunded_minor: 0n, status: 'succeeded' }])
  })

  it('of one tenant is none of another’s, though both tell of the same id', async () => {
    const [one, other] = [await makeConnection(test, { provider: 'whop' }), await makeConnection(test, { provider: 'whop' })]
    await tell(one, bodies)
    await tell(other, [readFixture('whop/v1.payment.succeeded')])
    expect(await paymentsOf(one)).toEqual([sale])
    expect(await paymentsOf(other)).toEqual([{ ...sale, refunded_minor: 0n, status: 'succeeded' }])
  })

  it.each(Array.from({ length: 6 }, (_, seed) => seed))(
    'that is disputed loses it, told by an endpoint of each version (%i)',
    async (seed) => {
      const connection = await makeConnection(test, { provider: 'whop' })
      const opened = readFixture('whop/v5.dispute.created')
      const lost = {
        id: 'msg_dispute',
        api_version: 'v1',
        timestamp: '2026-11-20T09:00:00.000Z',
        type: 'dispute.updated',
        data: {
          id: 'dspt_NLdemoGrace01',
          amount: 497,
          currency: 'usd',
          created_at: '2026-10-20T17:45:00.000Z',
          needs_response_by: null,
          payment: { id: 'pay_NLdemoGrace001' },
          reason: 'Fraudulent',
          status: 'lost',
        },
      }
      await tell(
        connection,
        shuffled([readFixture('whop/v5.payment.succeeded'), opened, lost, readFixture('whop/v5.refund.created')], seed),
      )
      expect(
        await test.owner`select refunded_minor, disputed_minor, lost_minor, status from payments where organization_id = ${connection.organizationId}`,
      ).toEqual([{ refunded_minor: 10_000n, disputed_minor: 0n, lost_minor: 39_700n, status: 'refunded' }])
    },
  )
})
