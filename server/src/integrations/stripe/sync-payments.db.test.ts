import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StripeEmulator, startStripe } from '../../../test/emulators/stripe.ts'
import { deliver, type TestConnection } from '../../../test/intake.ts'
import { openIntake } from '../../../test/open-intake.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { shuffled } from '../../../test/shuffled.ts'
import type { Customer } from '../../../test/stories/history.ts'
import { whatMustBeKnown } from '../../../test/stories/oracle.ts'
import { readKnown } from '../../../test/stories/read-known.ts'
import { stripeMessages } from '../../../test/stories/stripe-messages.ts'
import { tellHistories } from '../../../test/stories/tell-histories.ts'
import { stripeAccount } from '../../../test/stripe-account.ts'
import { Syncing } from '../../../test/syncing.ts'
import { createCheckKey } from '../check-key.ts'

const { test, intake } = await openIntake()
let stripe: StripeEmulator
let connection: TestConnection
let syncs: Syncing

beforeEach(async () => {
  stripe = await startStripe()
  connection = await stripeAccount(test, stripe.key)
  syncs = new Syncing(test, connection, stripe.url)
})
afterEach(() => stripe.close())

/** Customers who bought at Stripe, once or by subscription, of whose calls nobody knows. */
const buyers = (count: number, seed: number): Customer[] =>
  tellHistories(count, seed)
    .map((customer) => ({
      ...customer,
      contact: null,
      chains: [],
      purchases: customer.purchases.filter(({ processor }) => processor === 'stripe'),
    }))
    .filter(({ purchases }) => purchases.length > 0)

const bodiesOf = (customers: readonly Customer[]): object[] =>
  customers.flatMap((customer) => customer.purchases.flatMap((purchase) => stripeMessages(customer, purchase))).map(({ body }) => body)

const known = async () => (await readKnown(test.owner, connection.organizationId)).payments
const mustBeKnown = (customers: readonly Customer[]) => whatMustBeKnown(customers).payments
const tell = async (bodies: readonly object[]) => {
  for (const body of bodies) expect((await deliver(intake, connection, JSON.stringify(body))).status).toBe(200)
}
const ledger = async () =>
  (
    await test.owner<{ n: number }[]>`
      select (select count(*) from payment_refunds where organization_id = ${connection.organizationId})::int
        + (select count(*) from payment_disputes where organization_id = ${connection.organizationId})::int as n`
  )[0]?.n

describe('a sync of Stripe', () => {
  it.each([1, 2, 5, 6])('without any webhook comes to what must be known, and a second one adds nothing (story %i)', async (seed) => {
    const customers = buyers(12, seed)
    stripe.happen(...bodiesOf(customers))
    stripe.limitPages(4)
    const purchases = customers.flatMap((customer) => customer.purchases).length
    expect(await syncs.sync()).toMatchObject({ state: 'done', created: purchases, failed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
    const entries = await ledger()
    expect(await syncs.sync()).toMatchObject({ state: 'done', created: 0, changed: 0, failed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
    expect(await ledger()).toBe(entries)
  })

  it.each([3, 4])('heals whatever webhooks were lost, and those that come late or twice change nothing (story %i)', async (seed) => {
    const customers = buyers(10, seed)
    const bodies = bodiesOf(customers)
    stripe.happen(...bodies)
    const mixed = shuffled(bodies, seed)
    await tell(mixed.slice(0, mixed.length / 3))
    await runJobs(test, syncs.services())
    await syncs.sync()
    expect(await known()).toEqual(mustBeKnown(customers))
    await tell([...mixed.slice(mixed.length / 2), ...mixed.slice(0, mixed.length / 4)])
    await runJobs(test, syncs.services())
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('and the webhooks of the same money, all at once, make one payment of each', async () => {
    const customers = buyers(10, 5)
    const bodies = bodiesOf(customers)
    stripe.happen(...bodies)
    await tell(shuffled(bodies, 5))
    const id = await syncs.start()
    await Promise.all([runJobs(test, syncs.services()), syncs.turn(id)])
    expect(await syncs.runThrough(id)).toMatchObject({ state: 'done', failed: 0 })
    await runJobs(test, syncs.services())
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('goes on where it was, whenever its process dies', async () => {
    const customers = buyers(12, 6)
    stripe.happen(...bodiesOf(customers))
    stripe.limitPages(3)
    const id = await syncs.start()
    for (let lives = 0; lives < 40 && (await syncs.runOf(id)).state !== 'done'; lives += 1) {
      await syncs.turn(id, syncs.dyingAfter(2)).catch((error: unknown) => expect(String(error)).toContain('the process died'))
    }
    const purchases = customers.flatMap((customer) => customer.purchases)
    const things = purchases.length + purchases.flatMap(({ refunds, disputes }) => [...refunds, ...disputes]).length
    expect(await syncs.runOf(id)).toMatchObject({ state: 'done', seen: things, created: purchases.length })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('takes no money from a charge that failed or was never captured, and passes over what it cannot read', async () => {
    const [body = {}] = bodiesOf(buyers(4, 7))
    const { object } = (body as { data: { object: { created: number } } }).data
    const odd = (change: object) => ({ data: { object: { ...object, payment_intent: null, ...change } } })
    stripe.happen(
      odd({ id: 'ch_failed', status: 'failed' }),
      odd({ id: 'ch_authorized', amount_captured: 0 }),
      odd({ id: 'ch_odd', currency: 7 }),
    )
    expect(await syncs.sync()).toMatchObject({
      seen: 1,
      created: 0,
      failed: 1,
      problems: [
        'The charge ch_odd: It has not the shape that it should have (currency: Invalid input: expected string, received number).',
      ],
    })
    expect(await known()).toEqual([])
  })

  it('says at once, in words, what its key may not read, and so does trying the key', async () => {
    const check = createCheckKey(syncs.services())
    const tried = () => check(connection.admin, connection, 'req-check')
    expect(await tried()).toEqual({ accepted: true, message: 'Stripe accepts the key.' })
    stripe.hide('refunds')
    const message =
      'Stripe does not show refunds to this key. Let it read invoices, checkout sessions, charges, payment intents, refunds and disputes, or enter another.'
    expect(await tried()).toEqual({ accepted: false, message })
    expect(await syncs.sync()).toMatchObject({ state: 'failed', error: message })
  })

  it('says that of a key too that may read charges, but not what they were made for', async () => {
    stripe.hide('payment_intents')
    const message =
      'Stripe does not show charges to this key. Let it read invoices, checkout sessions, charges, payment intents, refunds and disputes, or enter another.'
    const tried = await createCheckKey(syncs.services())(connection.admin, connection, 'req-check')
    expect(tried).toEqual({ accepted: false, message })
    expect(await syncs.sync()).toMatchObject({ state: 'failed', error: message })
  })
})
