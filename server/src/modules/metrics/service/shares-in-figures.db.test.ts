import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { createCloser } from '../../roster/service/create-closer.ts'
import { createSetter } from '../../roster/service/create-setter.ts'
import { listPayments, type PaymentFilter, totalPayments } from '../../payments/service/list-payments.ts'
import { partOf } from '../../attribution/service/shares.ts'
import { computeMetrics, type MetricsQuestion } from './compute-metrics.ts'

let test: TestDatabase
let admin: Actor
let organizationId: string
let [ada, bob, sam] = ['', '', '']
let more: string[] = []
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
  ada = (await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name: 'Ada' }, tx }))).id
  bob = (await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name: 'Bob' }, tx }))).id
  more = []
  for (const name of ['Cleo', 'Dora', 'Emil'])
    more.push((await as(test.database, admin, (tx) => createCloser({ actor: admin, input: { name }, tx }))).id)
  sam = (await as(test.database, admin, (tx) => createSetter({ actor: admin, input: { name: 'Sam' }, tx }))).id
})

/** A payment of Ada and Sam, of which some was given back and some lost. */
async function pay(amountMinor: number, { refunded = 0, lost = 0, currency = 'USD' } = {}): Promise<string> {
  const id = uuidv7()
  await as(test.database, admin, (tx) =>
    tx.query(
      `insert into payments (organization_id, id, origin, off_platform_method, amount_minor, refunded_minor, lost_minor, currency, paid_at, status, metadata,
         closer_id, setter_id, attribution_method)
       values ($1, $2, 'manual', 'wire', $3::bigint, $4::bigint, $5::bigint, $6, '2026-10-06T15:00:00Z', 'succeeded', '{}', $7, $8, 'manual')`,
      [organizationId, id, amountMinor, refunded, lost, currency, ada, sam],
    ),
  )
  return id
}

async function split(paymentId: string, shares: readonly [closerId: string, percent: number][]): Promise<void> {
  const percents = `{${shares.map(([, percent]) => percent).join(',')}}`
  await as(test.database, admin, async (tx) => {
    for (const [position, [closerId, percent]] of shares.entries())
      await tx.query(
        `insert into payment_shares (organization_id, id, payment_id, role, closer_id, percent, percents, position)
         values ($1, $2, $3, 'closer', $4, $5::int, $6::text::int[], $7::int)`,
        [organizationId, uuidv7(), paymentId, closerId, percent, percents, position],
      )
  })
}

const figures = (change: Partial<MetricsQuestion> = {}, actor: Actor = admin) =>
  as(test.database, actor, (tx) =>
    computeMetrics(tx, {
      period: { from: '2026-10-01', to: '2026-10-31' },
      timeZone: 'UTC',
      currency: 'USD',
      groupBy: [],
      filter: {},
      ...change,
    }),
  )
const rep = (closerId: string | null, setterId: string | null = null): Actor => ({
  kind: 'user',
  organizationId,
  userId: uuidv7(),
  name: 'Rep',
  role: 'sales_rep',
  closerId,
  setterId,
})

const netOf = ({ collectedMinor, refundedMinor, lostMinor }: { collectedMinor: bigint; refundedMinor: bigint; lostMinor: bigint }) =>
  collectedMinor - refundedMinor - lostMinor

describe('a payment that is split', () => {
  it('counts once as a whole, and by person as the share of each, to the cent', async () => {
    await split(await pay(10_001, { refunded: 101, lost: 33 }), [
      [ada, 67],
      [bob, 33],
    ])
    const { totals, groups } = await figures({ groupBy: ['closer'] })
    expect(totals).toMatchObject({ collectedMinor: 10_001n, refundedMinor: 101n, lostMinor: 33n })
    const of = (id: string) => groups.find(({ keys }) => keys[0] === id)?.counts
    expect(of(ada)).toMatchObject({ collectedMinor: 6_701n, refundedMinor: 68n, lostMinor: 22n })
    expect(of(bob)).toMatchObject({ collectedMinor: 3_300n, refundedMinor: 33n, lostMinor: 11n })
  })

  it('leaves nobody a cent where it was wholly taken back, in part by refunds and in part by a dispute', async () => {
    await split(await pay(100_000, { refunded: 33_333, lost: 66_667 }), [
      [ada, 50],
      [bob, 50],
    ])
    const { groups } = await figures({ groupBy: ['closer'] })
    const parts = groups.map(({ counts }) => counts)
    expect(parts.map(netOf)).toEqual([0n, 0n])
    expect(parts.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0n)).toBe(33_333n)
    expect(parts.reduce((sum, { lostMinor }) => sum + lostMinor, 0n)).toBe(66_667n)
    for (const closerId of [ada, bob]) expect(netOf((await figures({}, rep(closerId))).totals)).toBe(0n)
  })

  it('leaves each in the figures what their share says, and each column adds up, however it is split and taken back', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
    const taken = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000), fc.nat(1_000))
    await fc.assert(
      fc.asyncProperty(taken, cuts, async ([amountMinor, refunds, losses], at) => {
        await test.owner`delete from payment_shares where organization_id = ${organizationId}`
        await test.owner`delete from payments where organization_id = ${organizationId}`
        const refunded = Math.floor((amountMinor * refunds) / 1_000)
        const lost = Math.floor(((amountMinor - refunded) * losses) / 1_000)
        const percents = [0, ...at.sort((a, b) => a - b), 100].map((cut, index, all) => cut - (all[index - 1] ?? 0)).slice(1)
        const closers = [ada, bob, ...more].slice(0, percents.length)
        await split(
          await pay(amountMinor, { refunded, lost }),
          closers.map((id, position) => [id, percents[position] ?? 0]),
        )
        const { totals, groups } = await figures({ groupBy: ['closer'] })
        const payment = { amountMinor: BigInt(amountMinor), refundedMinor: BigInt(refunded), lostMinor: BigInt(lost) }
        closers.forEach((id, position) => {
          const counts = groups.find(({ keys }) => keys[0] === id)?.counts
          const part = partOf(payment, { percents, position })
          expect(counts && [counts.collectedMinor, netOf(counts)]).toEqual([part.amountMinor, part.netMinor])
        })
        const sumOf = (column: 'collectedMinor' | 'refundedMinor' | 'lostMinor') =>
          groups.reduce((sum, { counts }) => sum + counts[column], 0n)
        expect([sumOf('collectedMinor'), sumOf('refundedMinor'), sumOf('lostMinor')]).toEqual(Object.values(payment))
        expect(netOf(totals)).toBe(payment.amountMinor - payment.refundedMinor - payment.lostMinor)
      }),
      { numRuns: 25 },
    )
  })

  it('is counted with their share alone where one of them is asked for', async () => {
    await split(await pay(1_000), [
      [ada, 60],
      [bob, 40],
    ])
    expect((await figures({ filter: { closerIds: [bob] } })).totals.collectedMinor).toBe(400n)
    expect((await figures({ filter: { setterIds: [sam] } })).totals.collectedMinor).toBe(1_000n)
    expect((await figures({ groupBy: ['setter', 'closer'] })).groups.map(({ keys, counts }) => [...keys, counts.collectedMinor])).toEqual(
      expect.arrayContaining([
        [sam, ada, 600n],
        [sam, bob, 400n],
      ]),
    )
  })

  it('shows a rep their own share, and a setter who has all of their side the whole', async () => {
    await split(await pay(1_000), [
      [ada, 60],
      [bob, 40],
    ])
    for (const [actor, collected] of [
      [rep(ada), 600n],
      [rep(bob), 400n],
      [rep(null, sam), 1_000n],
      [rep(bob, sam), 1_000n],
    ] as const) {
      expect((await figures({}, actor)).totals.collectedMinor).toBe(collected)
      expect((await figures({ groupBy: ['day'] }, actor)).groups.map(({ counts }) => counts.collectedMinor)).toEqual([collected])
    }
    expect((await figures({ groupBy: ['closer'] }, rep(bob))).groups.map(({ keys, counts }) => [keys[0], counts.collectedMinor])).toEqual([
      [bob, 400n],
    ])
  })

  it('is refused where its shares do not add to a hundred', async () => {
    const paymentId = await pay(1_000)
    await expect(split(paymentId, [[ada, 60]])).rejects.toMatchObject({ constraint_name: 'payment_shares_add_to_100' })
    expect((await figures({ groupBy: ['closer'] })).groups).toHaveLength(1)
  })
})

describe('a payment in another currency', () => {
  it('counts at the rate of its day, all of its parts alike, and not at all where none is known', async () => {
    await pay(10_000, { refunded: 10_000, currency: 'GBP' })
    expect((await figures()).totals).toMatchObject({ collectedMinor: 0n, refundedMinor: 0n })
    await as(test.database, admin, (tx) =>
      tx.query(
        `insert into exchange_rates (organization_id, id, day, base, quote, rate, origin, set_by, set_by_name)
         values ($1, $2, '2026-10-02', 'GBP', 'USD', 1.23456, 'manual', 'user:x', 'Ada')`,
        [organizationId, uuidv7()],
      ),
    )
    await pay(9_999, { refunded: 3_333, lost: 6_666, currency: 'GBP' })
    expect((await figures()).totals).toMatchObject({ collectedMinor: 12_344n, refundedMinor: 4_115n, lostMinor: 8_229n })
  })
})

describe('a person’s figure opens all the payments that it counts a part of', () => {
  const sums = (actor: Actor, filter: PaymentFilter) => as(test.database, actor, (tx) => totalPayments(tx, filter))

  it('and above their list stands that very figure', async () => {
    const shared = await pay(170_055, { refunded: 10_001, lost: 33 })
    await split(shared, [
      [ada, 67],
      [bob, 33],
    ])
    const own = await pay(700)
    for (const [closerIds, ids, amountMinor] of [
      [[ada], [shared, own], 114_637n],
      [[bob], [shared], 56_118n],
      [[ada, bob], [shared, own], 170_755n],
    ] as const) {
      const { totals } = await figures({ filter: { closerIds } })
      const { rows } = await as(test.database, admin, (tx) => listPayments(tx, { closerIds }, { field: 'amount', direction: 'desc' }, {}))
      expect(rows.map(({ id }) => id)).toEqual(ids)
      const [sum] = await sums(admin, { closerIds })
      expect(sum).toMatchObject({ payments: ids.length, amountMinor })
      expect(sum).toMatchObject({ amountMinor: totals.collectedMinor, refundedMinor: totals.refundedMinor, lostMinor: totals.lostMinor })
    }
    expect(await sums(admin, { setterIds: [sam] })).toMatchObject([{ payments: 2, amountMinor: 170_755n, refundedMinor: 10_001n }])
    expect(await sums(admin, { closerIds: [bob], setterIds: [sam] })).toMatchObject([{ payments: 1, amountMinor: 56_118n }])
    expect(await sums(admin, {})).toMatchObject([{ payments: 2, amountMinor: 170_755n }])
  })

  it('and for a rep the sums are of their own shares, as their figures are', async () => {
    await split(await pay(1_000), [
      [ada, 60],
      [bob, 40],
    ])
    for (const [actor, filter, amountMinor] of [
      [rep(ada), {}, 600n],
      [rep(bob), { closerIds: [bob] }, 400n],
      [rep(null, sam), {}, 1_000n],
    ] as const) {
      expect(await sums(actor, filter)).toMatchObject([{ payments: 1, amountMinor }])
      expect((await figures({ filter }, actor)).totals.collectedMinor).toBe(amountMinor)
    }
  })

  it('to the cent, however payments are split and whoever is asked for', async () => {
    const percents = fc.integer({ min: 1, max: 99 })
    const payment = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000), fc.nat(1_000), fc.option(percents))
    await fc.assert(
      fc.asyncProperty(fc.array(payment, { minLength: 1, maxLength: 6 }), async (payments) => {
        await test.owner`delete from payment_shares where organization_id = ${organizationId}`
        await test.owner`delete from payments where organization_id = ${organizationId}`
        for (const [amountMinor, refunded, lost, percent] of payments) {
          const given = Math.min(refunded, amountMinor)
          const id = await pay(amountMinor, { refunded: given, lost: Math.min(lost, amountMinor - given) })
          if (percent !== null)
            await split(id, [
              [ada, percent],
              [bob, 100 - percent],
            ])
        }
        let together = 0n
        for (const closerId of [ada, bob]) {
          const { totals } = await figures({ filter: { closerIds: [closerId] } })
          const [sum] = await sums(admin, { closerIds: [closerId] })
          const net = sum ? sum.amountMinor - sum.refundedMinor - sum.lostMinor : 0n
          expect(net).toBe(netOf(totals))
          together += net
        }
        const [whole] = await sums(admin, { closerIds: [ada, bob] })
        expect(whole && whole.amountMinor - whole.refundedMinor - whole.lostMinor).toBe(together)
      }),
      { numRuns: 15 },
    )
  })
})
