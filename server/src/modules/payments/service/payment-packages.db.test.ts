import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeConnection, makeOrganization, type TestConnection } from '../../../../test/intake.ts'
import { packagesMissaid } from '../../../../test/packages-said.ts'
import { plansIn } from '../../../../test/plans-in.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { submitPostCallForm } from '../../forms/service/submit-post-call-form.ts'
import { createPackage } from '../../packages/service/create-package.ts'
import { retirePackage } from '../../packages/service/retire-package.ts'
import { deletePayments } from './delete-payments.ts'
import { listPayments, totalPayments } from './list-payments.ts'
import { countPaymentsForPackages, loadPackagesOfPayments } from './payment-packages.ts'
import { recordPayment } from './record-payment.ts'
import { updateRecordedPayment } from './update-recorded-payment.ts'

let test: TestDatabase
let home: TestConnection
let calls: CallsWithCash
let [growth, starter] = ['', '']
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  home = await makeConnection(test)
  calls = new CallsWithCash(test, home)
  await calls.hirePriya()
  growth = (await sell('Growth')).id
  starter = (await sell('Starter')).id
})

// Whatever was told, in whichever order: the row says what was said last of all that speaks for it.
afterEach(async () => expect(await packagesMissaid(test, home.organizationId)).toEqual([]))

const act = <Input, Result>(verb: (call: Verb<Input>) => Promise<Result>, input: Input, actor = home.admin): Promise<Result> =>
  as(test.database, actor, (tx) => verb({ actor, input, tx }))
const usd = (amount: string) => ({ amount, currency: 'USD' })
const sell = (name: string) => act(createPackage, { name, price: usd('9000.00'), paidInFull: true })

/** Files the form of a call that closed. Answers the report of its cash, if there is one. */
async function file(eventId: string, packageId: string | null, cash: string | null): Promise<string> {
  const cashCollected = cash === null ? null : usd(cash)
  await act(submitPostCallForm, {
    eventId,
    callOccurred: true,
    leadShowed: true,
    dealClosed: true,
    paymentType: 'pif',
    cashCollected,
    packageId,
  })
  const [row] = await test.owner<{ id: string }[]>`
    select p.id from payments p join post_call_forms f on f.organization_id = p.organization_id and f.id = p.form_id
    where p.organization_id = ${home.organizationId} and f.event_id = ${eventId}`
  return row?.id ?? ''
}
const packageOf = async (paymentId: string) =>
  (await as(test.database, home.admin, (tx) => loadPackagesOfPayments(tx, [paymentId]))).get(paymentId)?.name ?? null
const ownPackage = async (paymentId: string) => {
  const [row] = await test.owner<{ package_id: string | null }[]>`select package_id from payments where id = ${paymentId}`
  return row?.package_id
}
const listed = async (...packageIds: string[]) => {
  const order = { field: 'amount', direction: 'asc' } as const
  const { rows } = await as(test.database, home.admin, (tx) => listPayments(tx, { packageIds }, order, { first: 50 }))
  return rows.map(({ id }) => id)
}
const counted = () => as(test.database, home.admin, (tx) => countPaymentsForPackages(tx, [growth, starter]))
const wire = { amount: usd('750.00'), method: 'wire' as const, paidOn: '2026-10-20', customerEmail: 'somebody@example.com' }

describe('what a payment is for', () => {
  it('is what was said of a payment by hand, retired or not, and can be changed and taken away', async () => {
    await act(retirePackage, { id: growth })
    const { paymentId } = await act(recordPayment, { ...wire, packageId: growth })
    expect(await packageOf(paymentId)).toBe('Growth')
    await act(updateRecordedPayment, { paymentId, note: 'Second instalment' })
    expect(await packageOf(paymentId)).toBe('Growth')
    await act(updateRecordedPayment, { paymentId, packageId: starter })
    expect(await packageOf(paymentId)).toBe('Starter')
    await act(updateRecordedPayment, { paymentId, packageId: null })
    expect(await packageOf(paymentId)).toBeNull()
  })

  it('is a package of the organization, or it is refused', async () => {
    const stranger = adminOf(await makeOrganization(test))
    const theirs = await act(createPackage, { name: 'Theirs', price: usd('1.00'), paidInFull: true }, stranger)
    const { paymentId } = await act(recordPayment, wire)
    for (const packageId of [theirs.id, uuidv7()]) {
      await expect(act(recordPayment, { ...wire, packageId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(act(updateRecordedPayment, { paymentId, packageId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const refused = { code: 'BAD_USER_INPUT', details: { fields: [expect.objectContaining({ path: 'packageId' })] } }
    await expect(act(recordPayment, { ...wire, packageId: 'growth' })).rejects.toMatchObject(refused)
  })

  it('is for a report what its form says, also after the form is amended', async () => {
    const eventId = await calls.book('dana', 5)
    const report = await file(eventId, growth, '3000.00')
    expect(await ownPackage(report)).toBe(growth)
    await file(eventId, starter, '3000.00')
    expect(await ownPackage(report)).toBe(starter)
    await file(eventId, null, '3000.00')
    expect(await ownPackage(report)).toBeNull()
    expect(await packageOf(report)).toBeNull()
  })

  it('is for a processor’s payment what the report says that it stands for, and is not stored with it', async () => {
    const eventId = await calls.book('dana', 5)
    await file(eventId, growth, '3000.00')
    const paid = await calls.pay('pi_dana', 'dana', 300_000n, 5)
    expect([await packageOf(paid), await ownPackage(paid)]).toEqual(['Growth', null])
    // The form speaks for it as it is amended.
    await file(eventId, starter, '3000.00')
    expect(await packageOf(paid)).toBe('Starter')
  })

  it('is for a payment that no report is of what the form of its call says, whenever it is filed', async () => {
    const eventId = await calls.book('dana', 5)
    const paid = await calls.pay('pi_dana', 'dana', 120_000n, 6)
    expect(await packageOf(paid)).toBeNull()
    await file(eventId, growth, null)
    expect([await packageOf(paid), await ownPackage(paid)]).toEqual(['Growth', null])
  })

  it('is what was said of the payment itself before what a form says', async () => {
    const eventId = await calls.book('dana', 5)
    await file(eventId, growth, null)
    const { paymentId } = await act(recordPayment, { ...wire, eventId, packageId: starter })
    expect(await packageOf(paymentId)).toBe('Starter')
    await act(updateRecordedPayment, { paymentId, packageId: null })
    expect(await packageOf(paymentId)).toBe('Growth')
  })
})

describe('a form', () => {
  it('speaks for the payments of its call as it is filed and amended, also where a rep files it who may not see them', async () => {
    const eventId = await calls.book('dana', 5)
    const { paymentId } = await act(recordPayment, { ...wire, eventId })
    const theirs = await act(recordPayment, { ...wire, amount: usd('1.00'), eventId })
    await test.owner`update payments set closer_id = null, setter_id = null where id = ${theirs.paymentId}`
    const [closer] = await test.owner<{ id: string }[]>`select id from closers where organization_id = ${home.organizationId}`
    const rep = {
      kind: 'user',
      organizationId: home.organizationId,
      userId: uuidv7(),
      name: 'Priya Nair',
      role: 'sales_rep',
      closerId: closer?.id ?? null,
      setterId: null,
    } as const
    const form = { eventId, callOccurred: true, leadShowed: true, dealClosed: true, paymentType: 'pif' as const, cashCollected: null }
    for (const [packageId, name] of [
      [growth, 'Growth'],
      [starter, 'Starter'],
      [null, null],
    ] as const) {
      await act(submitPostCallForm, { ...form, packageId }, rep)
      expect([await packageOf(paymentId), await packageOf(theirs.paymentId)]).toEqual([name, name])
    }
  })
})

describe('payments by package', () => {
  it('are found by an index of what each is for, however many others there are', async () => {
    await test.owner`
      insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, paid_at, status, metadata, package_id)
      select ${home.organizationId}, gen_random_uuid(), 'manual', 'wire', 100, 'USD', timestamptz '2026-10-01' + n * interval '1 minute', 'succeeded', '{}',
        case when n % 500 = 0 then ${growth}::uuid end
      from generate_series(1, 3000) n`
    await test.owner`analyze payments`
    const order = { field: 'paid_at', direction: 'desc' } as const
    const plans = await plansIn(
      test.database,
      home.organizationId,
      async (tx) => {
        await listPayments(tx, { packageIds: [growth] }, order, { first: 50 })
        await totalPayments(tx, { packageIds: [growth, starter] })
        await countPaymentsForPackages(tx, [growth, starter])
      },
      ['seqscan', 'bitmapscan'],
    )
    expect(plans).toHaveLength(3)
    for (const plan of plans) {
      expect(plan).toContain('using payments_for_package on payments p')
      expect(plan).toMatch(/Index Cond: .*for_package_id = ANY/)
      expect(plan).not.toContain('SubPlan')
    }
  })

  it('are listed, summed and counted by what each is for, each once', async () => {
    const [first, second] = [await calls.book('dana', 5), await calls.book('erin', 6)]
    await file(first, growth, '3000.00')
    const stands = await calls.pay('pi_dana', 'dana', 300_000n, 5)
    await file(second, starter, null)
    const byForm = await calls.pay('pi_erin', 'erin', 80_000n, 7)
    const byHand = await act(recordPayment, { ...wire, packageId: growth })
    const overruled = await act(recordPayment, { ...wire, amount: usd('1.00'), eventId: second, packageId: growth })
    const nothing = await act(recordPayment, { ...wire, amount: usd('2.00') })

    expect(await listed(growth)).toEqual([overruled.paymentId, byHand.paymentId, stands])
    expect(await listed(starter)).toEqual([byForm])
    expect(await listed(growth, starter)).toEqual([overruled.paymentId, byHand.paymentId, byForm, stands])
    expect(await listed(uuidv7())).toEqual([])
    expect(await listed(growth, starter)).not.toContain(nothing.paymentId)
    const totals = await as(test.database, home.admin, (tx) => totalPayments(tx, { packageIds: [growth] }))
    expect(totals).toMatchObject([{ currency: 'USD', payments: 3, amountMinor: 375_100n }])
    expect(await counted()).toEqual(
      new Map([
        [growth, 3],
        [starter, 1],
      ]),
    )

    await act(deletePayments, { ids: [byForm], reason: 'Entered twice.' })
    expect(await listed(starter)).toEqual([])
    expect(await counted()).toEqual(new Map([[growth, 3]]))
    const priya = await test.owner<{ id: string }[]>`select id from closers where organization_id = ${home.organizationId}`
    const rep = {
      ...home.admin,
      kind: 'user',
      userId: uuidv7(),
      role: 'sales_rep',
      closerId: priya[0]?.id ?? null,
      setterId: null,
    } as const
    const own = await as(test.database, rep, (tx) => countPaymentsForPackages(tx, [growth]))
    // A wire of somebody whose call is not known is no closer’s.
    expect(own).toEqual(new Map([[growth, 2]]))
  })
})
