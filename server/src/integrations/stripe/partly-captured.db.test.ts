import { describe, expect, it } from 'vitest'
import { deliver, makeConnection } from '../../../test/intake.ts'
import { openIntake } from '../../../test/open-intake.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { shuffled } from '../../../test/shuffled.ts'

const { test, intake } = await openIntake()

/** Of 206.75 that were authorized, 203.00 were captured; an account that is kept at an older version of the API is told the rest as refunded. */
const charge = {
  ...{ id: 'ch_1', object: 'charge', amount: 20_675, amount_captured: 20_300, amount_refunded: 375, captured: true, currency: 'usd' },
  ...{ created: 1_791_800_000, customer: null, description: null, metadata: {}, payment_intent: 'pi_1', receipt_email: null },
}
const event = (id: string, type: string, created: number, object: object) => ({
  ...{ id, object: 'event', api_version: '2024-06-20', type, created, data: { object } },
})
const captured = [
  event('evt_1', 'charge.captured', 1_791_800_100, charge),
  event('evt_2', 'charge.refunded', 1_791_800_100, charge),
  event('evt_3', 'payment_intent.succeeded', 1_791_800_101, {
    ...{ id: 'pi_1', amount_received: 20_300, currency: 'usd', customer: null, description: null, latest_charge: 'ch_1' },
    ...{ metadata: {}, receipt_email: null },
  }),
]
const refunded = [
  event('evt_4', 'charge.refunded', 1_791_900_001, { ...charge, amount_refunded: 5_375 }),
  event('evt_5', 'refund.created', 1_791_900_000, {
    ...{ id: 're_1', amount: 5_000, charge: 'ch_1', payment_intent: 'pi_1', created: 1_791_900_000, currency: 'usd', status: 'succeeded' },
  }),
]

async function told(bodies: readonly object[]) {
  const connection = await makeConnection(test, { provider: 'stripe' })
  for (const body of bodies) expect((await deliver(intake, connection, JSON.stringify(body))).status).toBe(200)
  await runJobs(test)
  return test.owner`select amount_minor, refunded_minor, status from payments where organization_id = ${connection.organizationId}`
}

describe('a payment of which less was captured than was authorized', () => {
  it.each([1, 2, 3])('is what came in, and nothing of it was given back, in whatever order it is told (%i)', async (seed) => {
    expect(await told(shuffled(captured, seed))).toEqual([{ amount_minor: 20_300n, refunded_minor: 0n, status: 'succeeded' }])
  })

  it.each([1, 2, 3])('is less what was given back of it, and no more (%i)', async (seed) => {
    expect(await told(shuffled([...captured, ...refunded], seed))).toEqual([
      { amount_minor: 20_300n, refunded_minor: 5_000n, status: 'partially_refunded' },
    ])
  })

  it('is none where all of it was let go', async () => {
    const letGo = { ...charge, captured: false, amount_captured: null, amount_refunded: 20_675, refunded: true }
    expect(
      await told([event('evt_1', 'charge.succeeded', 1_791_800_000, letGo), event('evt_2', 'charge.refunded', 1_791_800_100, letGo)]),
    ).toEqual([])
  })
})
