import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type StripeEmulator, startStripe } from '../../../test/emulators/stripe.ts'
import { deliver, type TestConnection } from '../../../test/intake.ts'
import { day } from '../../../test/messages.ts'
import { openIntake } from '../../../test/open-intake.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { stripeAccount } from '../../../test/stripe-account.ts'
import { Syncing } from '../../../test/syncing.ts'

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

const unix = (at: Date): number => Math.floor(at.getTime() / 1000)
let nth = 0
const event = (type: string, at: Date, object: object) => ({
  id: `evt_${(nth += 1)}`,
  object: 'event',
  type,
  created: unix(at),
  data: { object },
})
const named = (ref: string) => ({ charge: `ch_${ref}`, payment_intent: `pi_${ref}`, currency: 'usd', reason: null })

const charge = (ref: string, on: number, refunded = 0) => ({
  ...{ id: `ch_${ref}`, object: 'charge', amount: 100_000, amount_captured: 100_000, captured: true, amount_refunded: refunded },
  ...{ currency: 'usd', created: unix(day(on)), customer: null, description: null, metadata: {}, payment_intent: `pi_${ref}` },
})
const charged = (ref: string, on: number) => event('charge.succeeded', day(on), charge(ref, on))

const refunded = (ref: string, id: string, amount: number, at: Date, status = 'succeeded') =>
  event(status === 'failed' ? 'refund.failed' : 'refund.created', at, {
    ...{ id, object: 'refund', amount, status, created: unix(at) },
    ...named(ref),
  })
const disputed = (ref: string, id: string, amount: number, at: Date, status = 'lost') =>
  event('charge.dispute.closed', at, { ...{ id, object: 'dispute', amount, status, created: unix(at) }, ...named(ref) })

/** The days of the payments; what was taken back of them came later. */
const then = { from: '2026-10-05', to: '2026-10-10' }
const money = () => test.owner<Record<string, unknown>[]>`
  select purchase_ref as ref, refunded_minor::int as refunded, lost_minor::int as lost, status from payments
  where organization_id = ${connection.organizationId} order by purchase_ref`
const entries = async () =>
  (
    await test.owner<{ n: number }[]>`
      select (select count(*) from payment_refunds where organization_id = ${connection.organizationId})::int
        + (select count(*) from payment_disputes where organization_id = ${connection.organizationId})::int as n`
  )[0]?.n

describe('a sync of past days', () => {
  it('brings their payments as they stand now, less what was given back or lost of them since; a second one finds no news', async () => {
    stripe.happen(
      ...['whole', 'part', 'all', 'lost', 'kept'].map((ref) => charged(ref, 8)),
      refunded('part', 're_part', 30_000, day(20)),
      refunded('all', 're_all_1', 60_000, day(20)),
      refunded('all', 're_all_2', 40_000, day(25)),
      disputed('lost', 'dp_lost', 100_000, day(22)),
      disputed('kept', 'dp_kept', 100_000, day(22), 'won'),
      refunded('kept', 're_kept', 10_000, day(23), 'failed'),
    )
    expect(await syncs.sync(then)).toMatchObject({ state: 'done', created: 5, failed: 0 })
    const standing = await money()
    expect(standing).toEqual([
      { ref: 'pi_all', refunded: 100_000, lost: 0, status: 'refunded' },
      { ref: 'pi_kept', refunded: 0, lost: 0, status: 'succeeded' },
      { ref: 'pi_lost', refunded: 0, lost: 100_000, status: 'refunded' },
      { ref: 'pi_part', refunded: 30_000, lost: 0, status: 'partially_refunded' },
      { ref: 'pi_whole', refunded: 0, lost: 0, status: 'succeeded' },
    ])
    const before = await entries()
    expect(await syncs.sync(then)).toMatchObject({ state: 'done', seen: 5, created: 0, changed: 0, failed: 0 })
    expect(await money()).toEqual(standing)
    expect(await entries()).toBe(before)
  })

  it('counts what was given back of them within these days as one thing, though its charge names it too', async () => {
    stripe.happen(charged('a', 6), refunded('a', 're_within', 20_000, day(7)), refunded('a', 're_since', 5_000, day(20)))
    expect(await syncs.sync(then)).toMatchObject({ state: 'done', seen: 3, created: 1, changed: 2, failed: 0 })
    expect(await money()).toMatchObject([{ refunded: 25_000 }])
  })

  it.each(['before', 'after'])('takes back once what webhooks told of the last minutes %s it', async (when) => {
    const justNow = new Date(syncs.clock.now().getTime() - 60_000)
    const told = [refunded('a', 're_now', 40_000, justNow), event('charge.refunded', justNow, charge('a', 8, 40_000))]
    stripe.happen(charged('a', 8), ...told)
    const tell = async () => {
      for (const body of told) expect((await deliver(intake, connection, JSON.stringify(body))).status).toBe(200)
      await runJobs(test, syncs.services())
    }
    if (when === 'before') await tell()
    expect(await syncs.sync(then)).toMatchObject({ state: 'done', failed: 0 })
    if (when === 'after') await tell()
    expect(await money()).toEqual([{ ref: 'pi_a', refunded: 40_000, lost: 0, status: 'partially_refunded' }])
  })

  it.each([1, 2, 3])('goes on behind what it asked for, whenever its process dies (after every %i calls)', async (calls) => {
    const refs = ['a', 'b', 'c']
    stripe.happen(
      ...refs.map((ref, index) => charged(ref, 6 + index)),
      ...refs.flatMap((ref) => [1, 2, 3].map((index) => refunded(ref, `re_${ref}_${index}`, index * 1_000, day(15 + index)))),
      ...refs.map((ref) => disputed(ref, `dp_${ref}`, 50_000, day(20))),
    )
    stripe.limitPages(2)
    const id = await syncs.start(then)
    let lives = 0
    for (; lives < 40 && (await syncs.runOf(id)).state !== 'done'; lives += 1) {
      await syncs.turn(id, syncs.dyingAfter(calls)).catch((error: unknown) => expect(String(error)).toContain('the process died'))
    }
    expect(await syncs.runOf(id)).toMatchObject({ state: 'done', created: 3, failed: 0 })
    expect(await money()).toEqual(refs.map((ref) => ({ ref: `pi_${ref}`, refunded: 6_000, lost: 50_000, status: 'partially_refunded' })))
    // Two pages of refunds and one of disputes of each charge, and at the most the end of the refunds once more.
    for (const ref of refs) expect(stripe.calls.filter((path) => path.includes(`charge=ch_${ref}`)).length).toBeLessThanOrEqual(4)
  })

  it('asks for nothing more of charges of which nothing was taken back, nor of what was never captured', async () => {
    const letGo = { ...charge('canceled', 8, 100_000), captured: false, amount_captured: null }
    stripe.happen(charged('a', 8), event('charge.refunded', day(9), letGo))
    expect(await syncs.sync(then)).toMatchObject({ state: 'done', created: 1, failed: 0 })
    expect(stripe.calls.filter((path) => path.includes('charge='))).toEqual([])
  })
})
