import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Worker } from '../src/app/worker/build-worker.ts'
import { readFixture } from './fixtures/read-fixture.ts'
import { startJobsOf } from './jobs.ts'
import type { Person } from './person.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { shuffled } from './shuffled.ts'
import { until } from './until.ts'

let app: RunningApp
let worker: Worker
beforeAll(async () => {
  app = await startApp()
  worker = await startJobsOf(app, pino({ level: 'silent' }))
})
afterAll(async () => {
  await worker.stop()
  await app.close()
})

/** All that Stripe tells of one purchase of $3,000.00: $500.00 refunded, then the rest, of which the second refund failed. */
const purchase = [
  'payment_intent.succeeded',
  'charge.succeeded',
  'checkout.session.completed',
  'refund.created.partial',
  'charge.refunded.partial',
  'refund.created.remainder',
  'charge.refunded.full',
  'refund.failed',
].map((name) => readFixture(`stripe/${name}`))

const copies = 25

const connectionOf = async (owner: Person, provider: string) => {
  const secret = `secret-of-${provider}`
  const { createConnection } = await owner.ask<{ createConnection: { connection: { webhookUrl: string } } }>(
    'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { webhookUrl } } }',
    { input: { provider, name: 'Main', webhookSecret: secret } },
  )
  return { webhookUrl: createConnection.connection.webhookUrl, secret }
}

interface Seen {
  payments: { nodes: { refunds: { amount: { amount: string } }[] }[] }
  metrics: { totals: object }
}

it.each([1, 2, 3])(
  'two hundred deliveries of one purchase at once, shuffled and repeated, make one payment with the right refunds (order %i)',
  async (seed) => {
    const owner = await app.organize(`Order${seed}`)
    await owner.ask('mutation { createCloser(input: { name: "Priya Nair", email: "priya.nair@northlight.example" }) { closer { id } } }')
    const stripe = await connectionOf(owner, 'STRIPE')
    const calendly = await connectionOf(owner, 'CALENDLY')

    // Half of the copies are the same message sent again, half are told anew under an id of their own.
    const messages = purchase.flatMap((body) =>
      Array.from({ length: copies }, (_, copy) => (copy % 2 === 0 ? body : { ...body, id: `${String(body.id)}_${copy}` })),
    )
    const deliveries = shuffled(messages, seed).map((body) => () => app.deliver(stripe, body))
    // The booking that the payment is credited to arrives somewhere in between.
    deliveries.splice(seed * 40, 0, () => app.deliver(calendly, readFixture('calendly/invitee.created')))
    expect(purchase.length * copies).toBe(200)
    const answers = await Promise.all(deliveries.map((deliver) => deliver()))
    expect(answers.map(({ status }) => status)).toEqual(deliveries.map(() => 200))

    const states = () => app.data.owner<{ state: string; n: number }[]>`
      select state, count(*)::int as n from deliveries where organization_id = ${owner.organizationId} group by state`
    await until('every delivery is processed', async () => (await states()).every(({ state }) => state === 'processed'))
    // A message told thirteen times under one id is one delivery with twelve repeats; the other twelve are deliveries of their own.
    expect(await states()).toEqual([{ state: 'processed', n: purchase.length * 13 + 1 }])

    const { payments, metrics } = await owner.ask<Seen>(
      `{ payments { totalCount nodes { amount { amount } refunded { amount } net { amount } status closer { name } attribution { method } refunds { amount { amount } } } }
         metrics(period: { from: "2026-01-01", to: "2026-12-31" }) { totals { cashCollected { amount } refunded { amount } netCash { amount } } } }`,
    )
    expect(payments).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          amount: { amount: '3000.00' },
          refunded: { amount: '500.00' },
          net: { amount: '2500.00' },
          status: 'PARTIALLY_REFUNDED',
          closer: { name: 'Priya Nair' },
          attribution: { method: 'MATCHED_PAST' },
        },
      ],
    })
    expect(metrics.totals).toEqual({ cashCollected: { amount: '3000.00' }, refunded: { amount: '500.00' }, netCash: { amount: '2500.00' } })
  },
)
