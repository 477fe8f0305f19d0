import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { reportMetrics } from '../../metrics/service/report-metrics.ts'
import { listStatement, type StatementLineRow, type StatementQuestion } from './statement-lines.ts'

let test: TestDatabase
let organizationId: string
let admin: Actor
const [ada, bob, sam, kim] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
const period = { from: '2026-10-01', to: '2026-10-31' }
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
  await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${ada}, 'Ada'), (${organizationId}, ${bob}, 'Bob')`
  await test.owner`insert into setters (organization_id, id, name) values (${organizationId}, ${sam}, 'Sam'), (${organizationId}, ${kim}, 'Kim')`
  await test.owner`insert into exchange_rates (organization_id, id, base, quote, day, rate, origin, set_by, set_by_name)
    values (${organizationId}, ${uuidv7()}, 'EUR', 'USD', '2026-10-06', 1.0837, 'manual', 'user:x', 'Ada')`
})

interface Paid {
  amountMinor: number
  refunded: number
  lost: number
  currency: string
  paidAt: string
  closers: readonly (readonly [id: string, percent: number])[]
  setters: readonly (readonly [id: string, percent: number])[]
  failed: boolean
}

async function pay({ amountMinor, refunded, lost, currency, paidAt, closers, setters }: Paid): Promise<string> {
  const id = uuidv7()
  const given = Math.min(refunded, amountMinor)
  await as(test.database, admin, async (tx) => {
    await tx.query(
      `insert into payments (organization_id, id, origin, off_platform_method, amount_minor, refunded_minor, lost_minor, currency, paid_at, status, metadata,
         closer_id, setter_id, attribution_method)
       values ($1, $2, 'manual', 'wire', $3::bigint, $4::bigint, $5::bigint, $6, $7::text::timestamptz, 'succeeded', '{}', $8, $9, 'manual')`,
      [
        organizationId,
        id,
        amountMinor,
        given,
        Math.min(lost, amountMinor - given),
        currency,
        paidAt,
        closers[0]?.[0] ?? null,
        setters[0]?.[0] ?? null,
      ],
    )
    for (const [role, shares] of [['closer', closers] as const, ['setter', setters] as const])
      if (shares.length > 1)
        for (const [position, [personId, percent]] of shares.entries())
          await tx.query(
            `insert into payment_shares (organization_id, id, payment_id, role, ${role}_id, percent, percents, position)
             values ($1, $2, $3, $4, $5, $6::int, $7::text::int[], $8::int)`,
            [organizationId, uuidv7(), id, role, personId, percent, `{${shares.map(([, each]) => each).join(',')}}`, position],
          )
  })
  return id
}

const rep = (closerId: string | null, setterId: string | null): Actor => ({
  kind: 'portal',
  organizationId,
  linkId: uuidv7(),
  sessionId: uuidv7(),
  name: 'Rep',
  closerId,
  setterId,
})

/** A whole statement, a few lines at a time. */
const linesOf = (actor: Actor, question: Omit<StatementQuestion, 'period'> = {}): Promise<StatementLineRow[]> =>
  as(test.database, actor, async (tx) => {
    const lines: StatementLineRow[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await listStatement(tx, { period, ...question }, { first: 3, after })
      lines.push(...page.rows)
      after = page.cursors.at(-1)
      more = page.hasNext
    }
    return lines
  })

const sum = (amounts: readonly (bigint | null)[]): bigint => amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n)
const sumsOf = (lines: readonly StatementLineRow[]) => {
  const collected = sum(lines.map((line) => line.reportingAmountMinor))
  const refunded = sum(lines.map((line) => line.reportingRefundedMinor))
  const lost = sum(lines.map((line) => line.reportingLostMinor))
  return { collected, refunded, lost, net: collected - refunded - lost }
}
const figuresOf = async (actor: Actor, filter: object = {}) => {
  const { totals } = await as(test.database, actor, (tx) => reportMetrics(tx, { period, groupBy: [], filter, compare: false }))
  return {
    collected: totals.cashCollected?.amountMinor,
    refunded: totals.refunded?.amountMinor,
    lost: totals.lost?.amountMinor,
    net: totals.netCash?.amountMinor,
  }
}

const people = (one: string, other: string) =>
  fc.oneof(
    fc.constant([]),
    fc.constant([[one, 100] as const]),
    fc.constant([[other, 100] as const]),
    fc.integer({ min: 50, max: 99 }).map((percent) => [[one, percent] as const, [other, 100 - percent] as const]),
  )
const payment: fc.Arbitrary<Paid> = fc.record({
  amountMinor: fc.integer({ min: 1, max: 999_999 }),
  refunded: fc.integer({ min: 0, max: 5_000 }),
  lost: fc.integer({ min: 0, max: 5_000 }),
  // A rate is known of euros on one of the days, and of pounds on none.
  currency: fc.constantFrom('USD', 'USD', 'EUR', 'GBP'),
  // In the days of New York: the last moments of the month before and of the month itself, too.
  paidAt: fc.constantFrom(
    '2026-10-01T03:59:59Z',
    '2026-10-01T04:00:00Z',
    '2026-10-06T15:00:00Z',
    '2026-11-01T03:59:59Z',
    '2026-11-01T04:00:00Z',
  ),
  closers: people(ada, bob),
  setters: people(sam, kim),
  failed: fc.boolean(),
})

describe('a statement', () => {
  it('adds up to the figures of the same person and days, to the cent, whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(payment, { minLength: 1, maxLength: 8 }), async (payments) => {
        await test.owner`delete from payment_shares where organization_id = ${organizationId}`
        await test.owner`delete from payments where organization_id = ${organizationId}`
        for (const paid of payments) {
          const id = await pay(paid)
          if (paid.failed) await test.owner`update payments set status = 'failed' where id = ${id}`
        }
        for (const [closerId, setterId] of [
          [ada, undefined],
          [bob, undefined],
          [undefined, sam],
          [undefined, kim],
        ] as const) {
          const filter = { ...(closerId && { closerIds: [closerId] }), ...(setterId && { setterIds: [setterId] }) }
          expect(sumsOf(await linesOf(admin, { closerId, setterId }))).toEqual(await figuresOf(admin, filter))
          const self = rep(closerId ?? null, setterId ?? null)
          expect(sumsOf(await linesOf(self))).toEqual(await figuresOf(self))
        }
        const both = rep(ada, kim)
        expect(sumsOf(await linesOf(both))).toEqual(await figuresOf(both))
        expect(sumsOf(await linesOf(admin))).toEqual(await figuresOf(admin))
      }),
      { numRuns: 20 },
    )
  })

  const whole: Paid = {
    amountMinor: 10_001,
    refunded: 101,
    lost: 33,
    currency: 'USD',
    paidAt: '2026-10-06T15:00:00Z',
    closers: [
      [ada, 67],
      [bob, 33],
    ],
    setters: [[sam, 100]],
    failed: false,
  }

  it('says each person’s share of a payment, and nothing of who has all of it', async () => {
    await pay(whole)
    expect(await linesOf(rep(ada, null))).toMatchObject([{ percent: 67, amountMinor: 6_701n, refundedMinor: 68n, lostMinor: 22n }])
    expect(await linesOf(rep(bob, null))).toMatchObject([{ percent: 33, amountMinor: 3_300n, refundedMinor: 33n, lostMinor: 11n }])
    expect(await linesOf(rep(null, sam))).toMatchObject([{ percent: null, amountMinor: 10_001n, refundedMinor: 101n, lostMinor: 33n }])
    expect(await linesOf(rep(null, kim))).toEqual([])
  })

  it('has a line of a payment without a rate, in its own currency alone', async () => {
    await pay({ ...whole, currency: 'GBP' })
    expect(await linesOf(rep(ada, null))).toMatchObject([{ currency: 'GBP', amountMinor: 6_701n, reportingAmountMinor: null }])
  })

  it.each(['none', 'figures'] as const)('has no lines for a rep who is shown %s of the money, and all for an admin', async (money) => {
    await pay(whole)
    await test.owner`insert into portal_settings (organization_id, id, money) values (${organizationId}, ${uuidv7()}, ${money})`
    expect(await linesOf(rep(ada, null))).toEqual([])
    expect(await linesOf(admin, { closerId: ada })).toHaveLength(1)
  })
})
