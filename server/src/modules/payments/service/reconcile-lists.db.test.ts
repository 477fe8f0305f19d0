import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { day } from '../../../../test/messages.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import { listPayments } from './list-payments.ts'
import { listDiffering, sumReconciliation } from './reconcile-lists.ts'
import { keepReportApart } from './reconcile-reports.ts'
import { loadMatchCandidates } from './report-candidates.ts'

let test: TestDatabase
let home: TestConnection
let calls: CallsWithCash
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

beforeEach(async () => {
  home = await makeConnection(test)
  calls = new CallsWithCash(test, home)
  await calls.hirePriya()
})

const newestFirst = { field: 'paid_at', direction: 'desc' } as const
const unmatchedOf = (origin: 'form' | 'processor') =>
  as(test.database, home.admin, async (tx) =>
    (await listPayments(tx, { unmatched: true, origins: [origin] }, newestFirst, {})).rows.map(({ id }) => id),
  )
const differing = () =>
  as(test.database, home.admin, async (tx) => (await listDiffering(tx, undefined, {})).rows.map(({ id, paymentId }) => [id, paymentId]))
const candidatesOf = (id: string) => as(test.database, home.admin, async (tx) => (await loadMatchCandidates(tx, [id])).get(id) ?? [])
const sums = (span?: { start: Date; end: Date }) =>
  as(test.database, home.admin, async (tx) =>
    Object.fromEntries((await sumReconciliation(tx, span)).map(({ list, payments, amountMinor }) => [list, [payments, amountMinor]])),
  )

describe('what waits to be reconciled', () => {
  it('are reports that nothing stands for, payments that stand for none, and of those the pairs whose amounts differ', async () => {
    const alone = await calls.report(await calls.book('kim', 5), 100_000n)
    const tied = await calls.report(await calls.book('dana', 5), 300_000n)
    const payment = await calls.pay('pi_dana', 'dana', 300_000n, 6)
    const less = await calls.report(await calls.book('sam', 10), 200_000n)
    const paidLess = await calls.pay('pi_sam', 'sam', 195_000n, 11)
    expect(await unmatchedOf('form')).toEqual([less, alone])
    expect(await unmatchedOf('processor')).toEqual([paidLess])
    expect(await differing()).toEqual([[less, paidLess]])
    expect(await sums()).toEqual({ reported: [2, 300_000n], processor: [1, 195_000n], differing: [1, 200_000n] })
    expect(await sums({ start: day(4, 0), end: day(6, 0) })).toEqual({ reported: [1, 100_000n] })
    expect([await candidatesOf(tied), await candidatesOf(payment)]).toEqual([[], []])
    expect(await candidatesOf(less)).toMatchObject([{ paymentId: paidLess, differs: 'amount' }])
    expect(await candidatesOf(paidLess)).toMatchObject([{ paymentId: less, differs: 'amount' }])
  })

  it('is not a payment whose call waits for its form, which may report it still', async () => {
    const eventId = await calls.book('dana', 5)
    const payment = await calls.pay('pi_dana', 'dana', 300_000n, 6)
    expect(await unmatchedOf('processor')).toEqual([])
    await calls.report(eventId, 100_000n)
    expect(await unmatchedOf('processor')).toEqual([payment])
  })

  it('goes once it is decided', async () => {
    const report = await calls.report(await calls.book('dana', 5), 300_000n)
    await calls.pay('pi_dana', 'dana', 295_000n, 6)
    await as(test.database, home.admin, (tx) => keepReportApart({ actor: home.admin, tx, input: { reportId: report } }))
    expect([await unmatchedOf('form'), await differing(), await candidatesOf(report)]).toEqual([[], [], []])
  })

  it('may be money of the same amount of somebody who is known by no call, in the days of the rule', async () => {
    const report = await calls.report(await calls.book('dana', 5), 300_000n)
    const wife = await calls.pay('pi_wife', 'wife', 300_000n, 7)
    await calls.pay('pi_late', 'late', 300_000n, 12)
    await calls.book('kim', 6)
    await calls.pay('pi_kim', 'kim', 300_000n, 7)
    expect(await candidatesOf(report)).toEqual([
      { paymentId: wife, differs: 'lead', reason: 'The same amount, 2 days apart, but not known as the same lead.' },
    ])
  })
})
