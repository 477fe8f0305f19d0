import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { jobServices } from '../../../../test/job-services.ts'
import { runJobs } from '../../../../test/run-jobs.ts'
import { registerReactions } from '../../../app/modules.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { computeMetrics } from '../../metrics/service/compute-metrics.ts'
import { updateOrganization } from '../../organizations/service/update-organization.ts'
import { matchReportsAnew } from '../service/match-anew.ts'
import { keepReportApart } from '../service/reconcile-reports.ts'
import { matchReportsAnewBy } from './match-reports-anew.job.ts'

const closed = { callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true, paymentType: 'pif' as const }

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

const change = (input: Parameters<typeof updateOrganization>[0]['input']) =>
  as(test.database, home.admin, (tx) => updateOrganization({ actor: home.admin, input, tx }))

/** Whose report a payment stands for, and what was collected in all. */
async function figures() {
  const tied = await test.owner<{ name: string }[]>`
    select customer_name as name from payments where organization_id = ${home.organizationId} and matched_payment_id is not null order by 1`
  const { totals } = await as(test.database, home.admin, (tx) =>
    computeMetrics(tx, {
      period: { from: '2026-10-01', to: '2026-10-31' },
      timeZone: 'America/New_York',
      currency: 'USD',
      groupBy: [],
      filter: {},
    }),
  )
  return { tied: tied.map(({ name }) => name), collectedMinor: totals.collectedMinor }
}

/** Cash of some leads, each paid so many days after it was reported. */
async function paidAfter(days: Readonly<Record<string, number>>): Promise<string[]> {
  const reports: string[] = []
  for (const [who, after] of Object.entries(days)) {
    reports.push(await calls.report(await calls.book(who, 5), 300_000n))
    await calls.pay(`pi_${who}`, who, 300_000n, 5 + after)
  }
  return reports
}

describe('other days between reported cash and its payment', () => {
  it('match every lead’s anew, without a word from anybody else: more days tie more, fewer untie', async () => {
    await paidAfter({ dana: 0, kim: 3, sam: 8 })
    expect(await figures()).toEqual({ tied: ['dana', 'kim'], collectedMinor: 1_200_000n })
    await change({ reportMatchDays: 8 })
    await runJobs(test)
    expect(await figures()).toEqual({ tied: ['dana', 'kim', 'sam'], collectedMinor: 900_000n })
    await change({ reportMatchDays: 0 })
    await runJobs(test)
    expect(await figures()).toEqual({ tied: ['dana'], collectedMinor: 1_500_000n })
  })

  it('are those of another zone’s calendar once the organization has that', async () => {
    await change({ reportMatchDays: 0 })
    await paidAfter({ dana: 0 })
    await runJobs(test)
    expect((await figures()).tied).toEqual(['dana'])
    // Reported at 23:00 there, paid at 01:00.
    await change({ timeZone: 'Australia/Brisbane' })
    await runJobs(test)
    expect((await figures()).tied).toEqual([])
  })

  it('leave alone what a person decided', async () => {
    const [report = ''] = await paidAfter({ dana: 8 })
    await as(test.database, home.admin, (tx) => keepReportApart({ actor: home.admin, tx, input: { reportId: report } }))
    await change({ reportMatchDays: 30 })
    await runJobs(test)
    expect(await figures()).toEqual({ tied: [], collectedMinor: 600_000n })
  })

  it('ask for nothing where they stay as they are', async () => {
    await change({ name: 'Southlight' })
    const [row] = await test.owner<{ count: number }[]>`
      select count(*)::int as count from graphile_worker.jobs where task_identifier = ${matchReportsAnew.name}`
    expect(row?.count).toBe(0)
  })

  it('are followed some leads at a time, each run leaving the rest to the next', async () => {
    await paidAfter({ dana: 8, kim: 8, sam: 8 })
    await test.owner`update organizations set report_match_days = 8 where id = ${home.organizationId}`
    const run = (after: string | null) =>
      matchReportsAnewBy(2).perform(
        { organizationId: home.organizationId, after },
        { attempt: 1, maxAttempts: 1, requestId: 'test', jobId: '1' },
        jobServices(test.database),
      )
    await run(null)
    expect((await figures()).tied).toHaveLength(2)
    await runJobs(test)
    expect((await figures()).tied).toEqual(['dana', 'kim', 'sam'])
    await run(null)
    await runJobs(test)
    expect((await figures()).tied).toEqual(['dana', 'kim', 'sam'])
  })
})

describe('cash that is reported while the days are changed', () => {
  it('is matched by the new ones in the end: the change waits for it, and is followed after it', async () => {
    const eventId = await calls.book('dana', 5)
    await calls.pay('pi_dana', 'dana', 300_000n, 13)
    const order: string[] = []
    let report: () => void = () => undefined
    const reported = new Promise<void>((resolve) => (report = resolve))
    const { admin: actor } = home
    const filing = as(test.database, actor, async (tx) => {
      await submitPostCallForm({
        actor,
        tx,
        input: { eventId, ...closed, cashCollected: { amount: '3000.00', currency: 'USD' } },
      })
      report()
      await new Promise((resolve) => setTimeout(resolve, 300))
      order.push('filed')
    })
    await reported
    await Promise.all([filing, change({ reportMatchDays: 8 }).then(() => order.push('changed'))])
    expect(order).toEqual(['filed', 'changed'])
    await runJobs(test)
    expect((await figures()).tied).toEqual(['dana'])
  })
})
