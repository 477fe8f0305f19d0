import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { attributePayment } from '../../attribution/service/attribute-payment.ts'
import { deletePayments } from './delete-payments.ts'
import { matchReport } from './match-report-by-hand.ts'
import { confirmReport, keepReportApart, rejectReport } from './reconcile-reports.ts'
import { reopenReport } from './report-reopen.ts'
import { restorePayments } from './restore-payments.ts'

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

const act = <Input, Result>(verb: (call: Verb<Input>) => Promise<Result>, input: Input, actor: Actor = home.admin): Promise<Result> =>
  as(test.database, actor, (tx) => verb({ actor, input, tx }))

const standing = async (id: string) => {
  const [row] = await test.owner<
    {
      reconciliation: string | null
      payment: string | null
      method: string
      event: string | null
      closer: string | null
      summary: string
    }[]
  >`
    select p.reconciliation, p.matched_payment_id as payment, p.attribution_method as method, p.event_id as event, c.name as closer,
      (select d.summary from attribution_decisions d where d.organization_id = p.organization_id and d.payment_id = p.id
       order by d.decided_at desc, d.id desc limit 1) as summary
    from payments p left join closers c on c.organization_id = p.organization_id and c.id = p.closer_id
    where p.organization_id = ${home.organizationId} and p.id = ${id}`
  if (!row) throw new Error('There is no such payment')
  return row
}
const decisionsOf = async (id: string) => {
  const rows = await test.owner<{ kind: string; method: string | null; reason: string | null; by: string }[]>`
    select kind, method, reason, decided_by_name as by from report_decisions
    where organization_id = ${home.organizationId} and payment_id = ${id} order by decided_at, id`
  return [...rows]
}
const counted = async (): Promise<bigint> => {
  const [row] = await test.owner<{ sum: bigint }[]>`
    select coalesce(sum(amount_minor), 0)::bigint as sum from payments where organization_id = ${home.organizationId}
      and matched_payment_id is null and withdrawn_at is null and deletion_id is null and reconciliation is distinct from 'rejected'`
  return row?.sum ?? 0n
}
const conflict = { code: 'CONFLICT' }

describe('a match by hand', () => {
  it('makes money of another amount, paid by somebody else, stand for the report, and credits it to the call of its form', async () => {
    const eventId = await calls.book('dana', 5)
    const report = await calls.report(eventId, 300_000n)
    const payment = await calls.pay('pi_wife', 'sam', 295_000n, 9)
    expect(await standing(payment)).toMatchObject({ method: 'none', event: null })
    await act(matchReport, { reportId: report, paymentId: payment, reason: 'Her husband paid, with a discount' })
    expect(await standing(report)).toMatchObject({ reconciliation: 'matched', payment })
    expect(await standing(payment)).toMatchObject({ method: 'reference', event: eventId, closer: 'Priya Nair' })
    expect((await standing(payment)).summary).toContain('a person matched it with the cash reported on the call with dana')
    expect(await counted()).toBe(295_000n)
    expect(await decisionsOf(report)).toEqual([{ kind: 'matched', method: null, reason: 'Her husband paid, with a discount', by: 'Ada' }])
  })

  it('is undone by reopening: both count again, and the payment is credited by the rules', async () => {
    const report = await calls.report(await calls.book('dana', 5), 300_000n)
    const payment = await calls.pay('pi_wife', 'sam', 295_000n, 9)
    await act(matchReport, { reportId: report, paymentId: payment })
    await act(reopenReport, { reportId: report })
    expect(await standing(report)).toMatchObject({ reconciliation: null, payment: null })
    expect(await standing(payment)).toMatchObject({ method: 'none', event: null })
    expect(await counted()).toBe(595_000n)
    await expect(act(reopenReport, { reportId: report })).rejects.toMatchObject(conflict)
  })

  it('leaves a credit that a person locked as it is', async () => {
    const [wanted, other] = [await calls.book('dana', 5), await calls.book('sam', 5)]
    const report = await calls.report(wanted, 300_000n)
    const payment = await calls.pay('pi_1', 'sam', 295_000n, 6)
    await act(attributePayment, { paymentId: payment, eventId: other })
    await act(matchReport, { reportId: report, paymentId: payment })
    expect(await standing(payment)).toMatchObject({ method: 'manual', event: other })
    expect(await counted()).toBe(295_000n)
  })

  it('is refused where the payment stands for another report, is deleted, or is a report itself, and of a report decided before', async () => {
    const [first, second] = [await calls.book('dana', 5), await calls.book('dana', 20)]
    const [one, two] = [await calls.report(first, 300_000n), await calls.report(second, 300_000n)]
    const payment = await calls.pay('pi_1', 'dana', 300_000n, 6)
    const gone = await calls.pay('pi_2', 'dana', 500n, 6)
    await act(deletePayments, { ids: [gone], reason: 'Test' })
    expect(await standing(one)).toMatchObject({ payment, reconciliation: null })
    for (const paymentId of [payment, gone, one, two])
      await expect(act(matchReport, { reportId: two, paymentId })).rejects.toMatchObject(conflict)
    await act(matchReport, { reportId: one, paymentId: payment })
    await expect(act(matchReport, { reportId: one, paymentId: payment })).rejects.toMatchObject(conflict)
    await expect(act(rejectReport, { reportId: one, reason: 'No' })).rejects.toMatchObject(conflict)
    await expect(act(matchReport, { reportId: payment, paymentId: one })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('names only rows of its own organization, and is for owners and admins alone', async () => {
    const report = await calls.report(await calls.book('dana', 5), 300_000n)
    const payment = await calls.pay('pi_1', 'sam', 100n, 6)
    const elsewhere = (await makeConnection(test)).admin
    const rep: Actor = { ...adminOf(home.organizationId), role: 'sales_rep' } as Actor
    await expect(act(matchReport, { reportId: report, paymentId: payment }, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(act(matchReport, { reportId: report, paymentId: payment }, rep)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('outlives the payment: deleted, the report stands again; restored, the match holds again', async () => {
    const eventId = await calls.book('dana', 5)
    const report = await calls.report(eventId, 300_000n)
    const payment = await calls.pay('pi_wife', 'sam', 295_000n, 9)
    await act(matchReport, { reportId: report, paymentId: payment })
    await act(deletePayments, { ids: [payment], reason: 'Wrong account' })
    expect(await standing(report)).toMatchObject({ reconciliation: null, payment: null })
    expect(await counted()).toBe(300_000n)
    await act(restorePayments, { ids: [payment] })
    expect(await standing(report)).toMatchObject({ reconciliation: 'matched', payment })
    expect(await standing(payment)).toMatchObject({ method: 'reference', event: eventId })
    expect(await counted()).toBe(295_000n)
  })

  it('ends with a deleted report; when that is back, and another report has the payment, it is taken back and says so', async () => {
    const [one, two] = [await calls.report(await calls.book('dana', 5), 300_000n), await calls.report(await calls.book('kim', 5), 300_000n)]
    const payment = await calls.pay('pi_wife', 'sam', 300_000n, 9)
    await act(matchReport, { reportId: one, paymentId: payment })
    await act(deletePayments, { ids: [one], reason: 'Twice' })
    expect(await standing(payment)).toMatchObject({ method: 'none' })
    await act(matchReport, { reportId: two, paymentId: payment })
    await act(restorePayments, { ids: [one] })
    expect(await standing(one)).toMatchObject({ reconciliation: null, payment: null })
    expect((await decisionsOf(one)).at(-1)).toMatchObject({ kind: 'reopened', by: 'Clinch' })
    expect(await counted()).toBe(600_000n)
  })
})

describe('what a person decides of a report', () => {
  it('keeps it apart from the payment that the rule took for it: both count, and the rule does not tie them again', async () => {
    const eventId = await calls.book('dana', 5)
    const report = await calls.report(eventId, 300_000n)
    const payment = await calls.pay('pi_1', 'dana', 300_000n, 6)
    expect(await standing(report)).toMatchObject({ payment })
    await act(keepReportApart, { reportId: report })
    expect(await counted()).toBe(600_000n)
    await calls.pay('pi_1', 'dana', 300_000n, 6)
    expect(await standing(report)).toMatchObject({ payment: null, reconciliation: 'kept_apart' })
    await act(reopenReport, { reportId: report })
    expect(await standing(report)).toMatchObject({ payment, reconciliation: null })
    expect(await counted()).toBe(300_000n)
  })

  it('confirms it as paid off-platform, and says how', async () => {
    const report = await calls.report(await calls.book('dana', 5), 300_000n)
    await act(confirmReport, { reportId: report, method: 'wire', reason: ' On the bank statement ' })
    expect(await decisionsOf(report)).toEqual([{ kind: 'confirmed', method: 'wire', reason: 'On the bank statement', by: 'Ada' }])
    await calls.pay('pi_1', 'dana', 300_000n, 6)
    expect(await counted()).toBe(600_000n)
  })

  it('rejects it, with a reason: it counts nowhere', async () => {
    const report = await calls.report(await calls.book('dana', 5), 300_000n)
    await expect(act(rejectReport, { reportId: report, reason: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await act(rejectReport, { reportId: report, reason: 'The card was declined' })
    expect(await counted()).toBe(0n)
    await act(reopenReport, { reportId: report })
    expect(await counted()).toBe(300_000n)
  })

  it('frees the payment that the rule had tied to it for the lead’s other report', async () => {
    const one = await calls.report(await calls.book('dana', 5), 300_000n)
    const two = await calls.report(await calls.book('dana', 8), 300_000n)
    const payment = await calls.pay('pi_1', 'dana', 300_000n, 6)
    expect(await standing(one)).toMatchObject({ payment })
    await act(confirmReport, { reportId: one, method: 'cash' })
    expect(await standing(two)).toMatchObject({ payment })
    expect(await counted()).toBe(600_000n)
  })

  it('holds while its form is amended otherwise, and is taken back, in its history too, where the cash is another', async () => {
    const eventId = await calls.book('dana', 5)
    const report = await calls.report(eventId, 300_000n)
    const payment = await calls.pay('pi_wife', 'sam', 295_000n, 9)
    await act(matchReport, { reportId: report, paymentId: payment })
    await calls.report(eventId, 300_000n, { notes: 'He will send the contract.' })
    expect(await standing(report)).toMatchObject({ reconciliation: 'matched', payment })
    await calls.report(eventId, 250_000n)
    expect(await standing(report)).toMatchObject({ reconciliation: null, payment: null })
    expect(await standing(payment)).toMatchObject({ method: 'none' })
    expect((await decisionsOf(report)).at(-1)).toEqual({
      kind: 'reopened',
      method: null,
      reason: 'The form was amended: 2500.00 USD is reported, not 3000.00 USD.',
      by: 'Clinch',
    })
    await act(rejectReport, { reportId: report, reason: 'No' })
    await calls.report(eventId, 250_000n, { currency: 'EUR' })
    expect(await standing(report)).toMatchObject({ reconciliation: null })
    await act(confirmReport, { reportId: report, method: 'check' })
    await calls.report(eventId, null)
    expect((await decisionsOf(report)).at(-1)).toMatchObject({ kind: 'reopened' })
    await expect(act(confirmReport, { reportId: report, method: 'check' })).rejects.toMatchObject(conflict)
  })
})
