import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { matchReport } from './match-report-by-hand.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

/** Two reports, and one payment that could be either's. */
async function twoForOne(): Promise<{ home: TestConnection; reports: [string, string]; payment: string }> {
  const home = await makeConnection(test)
  const calls = new CallsWithCash(test, home)
  await calls.hirePriya()
  const one = await calls.report(await calls.book('dana', 5), 300_000n)
  const two = await calls.report(await calls.book('kim', 6), 300_000n)
  return { home, reports: [one, two], payment: await calls.pay('pi_1', 'sam', 300_000n, 7) }
}

const matchedWith = async (payment: string): Promise<number> => {
  const [row] = await test.owner<{ count: number }[]>`select count(*)::int as count from payments where matched_payment_id = ${payment}`
  return row?.count ?? 0
}

/** Looks, lets the other look too, then writes: what the verb would be if it held nothing. */
async function withoutLocks({ home, reports, payment }: Awaited<ReturnType<typeof twoForOne>>) {
  let looked = 0
  let go: () => void = () => undefined
  const both = new Promise<void>((resolve) => (go = resolve))
  return Promise.allSettled(
    reports.map((report) =>
      as(test.database, home.admin, async (tx) => {
        const taken = await tx.query(`select 1 from payments where organization_id = $1 and matched_payment_id = $2`, [
          tx.organizationId,
          payment,
        ])
        if (++looked === 2) go()
        await both
        if (taken.length > 0) throw new Error('It is taken')
        await tx.query(`update payments set matched_payment_id = $3, reconciliation = 'matched' where organization_id = $1 and id = $2`, [
          tx.organizationId,
          report,
          payment,
        ])
      }),
    ),
  )
}

describe('two people who match the same payment at once', () => {
  it('end with one match, and the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const { home, reports, payment } = await twoForOne()
      const { admin: actor } = home
      const results = await Promise.allSettled(
        reports.map((reportId) => as(test.database, actor, (tx) => matchReport({ actor, tx, input: { reportId, paymentId: payment } }))),
      )
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
      expect(await matchedWith(payment)).toBe(1)
    }
  }, 120_000)

  it('of one report, too', async () => {
    const { home, reports, payment } = await twoForOne()
    const { admin: actor } = home
    const results = await Promise.allSettled(
      [1, 2].map(() => as(test.database, actor, (tx) => matchReport({ actor, tx, input: { reportId: reports[0], paymentId: payment } }))),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('would be kept from it by the table alone, and by nothing without its index', async () => {
    const kept = await twoForOne()
    expect((await withoutLocks(kept)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await matchedWith(kept.payment)).toBe(1)
    await test.owner`drop index payments_matched_once`
    const lost = await twoForOne()
    expect((await withoutLocks(lost)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await matchedWith(lost.payment)).toBe(2)
  })
})
