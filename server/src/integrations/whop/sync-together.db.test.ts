import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWhop, type WhopEmulator } from '../../../test/emulators/whop.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { shuffled } from '../../../test/shuffled.ts'
import { changedIn, WhopCompany } from '../../../test/whop-company.ts'
import { openIntake } from '../../../test/open-intake.ts'

const { test, intake } = await openIntake()
let whop: WhopEmulator
let company: WhopCompany

beforeEach(async () => {
  whop = await startWhop()
  company = await WhopCompany.connect(test, whop)
})
afterEach(() => whop.close())

describe('what a sync alone brings, webhooks alone, and both', () => {
  /** A membership that was bought, renewed, refunded in part, and given up. */
  const renewed = readFixture('whop/v1.payment.succeeded')
  const told = (): object[] => [
    changedIn(renewed, { billing_reason: 'subscription_create' }),
    changedIn(
      { ...renewed, id: 'msg_second' },
      {
        ...{ id: 'pay_second', billing_reason: 'subscription_cycle', total: 497.05 },
        ...{ created_at: '2026-11-07T17:45:00.000Z', paid_at: '2026-11-07T17:45:04.000Z', updated_at: '2026-11-07T17:45:04.000Z' },
      },
    ),
    readFixture('whop/v1.payment.failed'),
    readFixture('whop/v1.refund.created'),
    readFixture('whop/v1.membership.activated'),
    readFixture('whop/v1.membership.cancel_at_period_end_changed'),
    readFixture('whop/v1.membership.deactivated'),
  ]
  const rows = async ({ connection: { organizationId } }: WhopCompany) => [
    ...(await test.owner<Record<string, unknown>[]>`
      select purchase_ref as ref, amount_minor::text as amount, currency, refunded_minor::text as refunded, status, paid_at, customer_ref,
        customer_email as email, customer_name as name, description, metadata, subscription_ref as subscription, billing_turn as turn, deal_type as deal
      from payments where organization_id = ${organizationId} order by paid_at`),
    ...(await test.owner<Record<string, unknown>[]>`
      select subscription_ref as ref, state, product_name as product, customer_ref as customer, started_at, ended_at
      from subscriptions where organization_id = ${organizationId}`),
  ]

  it.each([1, 2, 3])('are the same payments, refunds, renewals and memberships (order %i)', async (seed) => {
    const bodies = told()
    whop.happen(...bodies)
    const connect = () => WhopCompany.connect(test, whop)
    const [hooked, both, healed] = [await connect(), await connect(), await connect()]
    expect(await company.syncs.sync()).toMatchObject({ state: 'done', seen: 3, created: 2, changed: 1, failed: 0 })
    await hooked.tell(intake, shuffled(bodies, seed))
    await both.tell(intake, shuffled(bodies, seed + 10))
    expect(await both.syncs.sync()).toMatchObject({ state: 'done', created: 0, changed: 0, failed: 0 })
    await healed.tell(intake, bodies.slice(0, 1))
    expect(await healed.syncs.sync()).toMatchObject({ state: 'done', created: 1, changed: 1, failed: 0 })
    await healed.tell(intake, shuffled(bodies, seed + 20))
    const first = await rows(hooked)
    const customer = { email: 'petra.lindqvist@example.com', name: 'Petra Lindqvist', subscription: 'mem_NLdemoPetra001' }
    expect(first).toMatchObject([
      { ref: 'pay_NLdemoPetra001', amount: '150000', refunded: '50000', status: 'partially_refunded', turn: 'first', ...customer },
      { ref: 'pay_second', amount: '49705', currency: 'USD', refunded: '0', turn: 'later', deal: 'renewal', ...customer },
      { ref: 'mem_NLdemoPetra001', state: 'ended', product: 'Northlight Accelerator' },
    ])
    for (const each of [company, both, healed]) expect(await rows(each)).toEqual(first)
  })

  it('count a refund that was told, and found failed by a sync afterwards, no more', async () => {
    const [payment, refund] = [readFixture('whop/v1.payment.succeeded'), readFixture('whop/v1.refund.created')]
    await company.tell(intake, [payment, refund])
    whop.happen(payment, changedIn(refund, { status: 'failed' }))
    expect(await company.syncs.sync()).toMatchObject({ state: 'done', created: 0, changed: 1, failed: 0 })
    expect(await rows(company)).toMatchObject([{ refunded: '0', status: 'succeeded' }])
    await company.tell(intake, [{ ...refund, id: 'msg_late' }])
    expect(await rows(company)).toMatchObject([{ refunded: '0', status: 'succeeded' }])
  })

  it('tell apart a membership that ended by the time it was looked at from one that an older webhook says is active', async () => {
    whop.happen(readFixture('whop/v1.membership.activated'), readFixture('whop/v1.membership.deactivated'))
    await company.syncs.sync()
    await company.tell(intake, [
      readFixture('whop/v1.membership.activated'),
      readFixture('whop/v1.membership.cancel_at_period_end_changed'),
    ])
    expect(await rows(company)).toMatchObject([{ ref: 'mem_NLdemoPetra001', state: 'ended' }])
  })
})

describe('the days of a sync of Whop', () => {
  /** A payment that was made a while before it went through. */
  const paid = (id: string, paidAt: string, createdAt = new Date(Date.parse(paidAt) - 3_600_000).toISOString()) =>
    changedIn(readFixture('whop/v1.payment.succeeded'), { id, created_at: createdAt, paid_at: paidAt, updated_at: paidAt })
  const refs = async () =>
    (
      await test.owner<{ ref: string }[]>`
        select purchase_ref as ref from payments where organization_id = ${company.connection.organizationId} order by paid_at`
    ).map(({ ref }) => ref)

  it('are those on which money came in, in the zone of the organization, whenever it was asked for', async () => {
    // New York is four hours behind in May.
    whop.happen(
      paid('pay_before', '2026-05-04T03:59:00Z'),
      paid('pay_first', '2026-05-04T04:00:00Z'),
      paid('pay_retried', '2026-05-04T12:00:00Z', '2026-03-20T12:00:00Z'),
      paid('pay_last', '2026-05-06T03:59:59Z'),
      paid('pay_after', '2026-05-06T04:00:00Z', '2026-05-05T12:00:00Z'),
    )
    expect(await company.syncs.sync({ from: '2026-05-04', to: '2026-05-05' })).toMatchObject({ seen: 3, created: 3, failed: 0 })
    expect(await refs()).toEqual(['pay_first', 'pay_retried', 'pay_last'])
  })

  it('are those from whose first instant on refunds and disputes are read, and those of later days are counted where they change something', async () => {
    const refund = readFixture('whop/v1.refund.created')
    const made = (id: string, at: string) => changedIn(refund, { id, amount: 1, created_at: at })
    whop.happen(
      made('rf_before', '2026-05-04T03:59:59.999Z'),
      made('rf_first', '2026-05-04T04:00:00.000Z'),
      made('rf_last', '2026-05-06T03:59:59.999Z'),
      made('rf_after', '2026-05-06T04:00:00.000Z'),
    )
    expect(await company.syncs.sync({ from: '2026-05-04', to: '2026-05-05' })).toMatchObject({ seen: 2, failed: 0 })
    const kept = await test.owner<{ ref: string }[]>`
      select refund_ref as ref from payment_refunds where organization_id = ${company.connection.organizationId} order by made_at`
    expect(kept.map(({ ref }) => ref)).toEqual(['rf_first', 'rf_last', 'rf_after'])
  })

  it('bring its payments as they stand now, less what was given back or lost of them since, which a second sync finds no news', async () => {
    const moment = { created_at: '2026-05-04T12:00:00Z', updated_at: '2026-05-04T12:00:00Z' }
    const dispute = { id: 'dspt_1', amount: 100, currency: 'usd', created_at: '2026-08-01T12:00:00Z', reason: 'general', status: 'lost' }
    whop.happen(
      paid('pay_of_then', '2026-05-04T12:00:00Z', moment.created_at),
      changedIn(readFixture('whop/v1.refund.created'), { amount: 500, created_at: '2026-07-01T12:00:00Z', payment: { id: 'pay_of_then' } }),
      { type: 'dispute.updated', data: { ...dispute, payment: { id: 'pay_of_then' } } },
    )
    const days = { from: '2026-05-04', to: '2026-05-05' }
    expect(await company.syncs.sync(days)).toMatchObject({ state: 'done', seen: 3, created: 1, changed: 2, failed: 0 })
    expect(
      await test.owner`select amount_minor, refunded_minor, lost_minor from payments
        where organization_id = ${company.connection.organizationId}`,
    ).toEqual([{ amount_minor: 150_000n, refunded_minor: 50_000n, lost_minor: 10_000n }])
    const entries = async () => (await company.count('payment_refunds')) + (await company.count('payment_disputes'))
    const before = await entries()
    expect(await company.syncs.sync(days)).toMatchObject({ state: 'done', seen: 1, created: 0, changed: 0, failed: 0 })
    expect(await entries()).toBe(before)
  })
})
