import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { pay, publish, worthOf } from '../../../../test/rates.ts'
import { runJobs } from '../../../../test/run-jobs.ts'
import { registerReactions } from '../../../app/modules.ts'
import { updateOrganization } from '../../organizations/service/update-organization.ts'
import { convertNowOrSoon } from './convert-payments.ts'
import { findRate } from './find-rate.ts'
import { importRates } from './import-rates.ts'
import { removeExchangeRate } from './remove-exchange-rate.ts'
import { setExchangeRate, type SetExchangeRate } from './set-exchange-rate.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const set = (organizationId: string, input: SetExchangeRate) =>
  as(test.database, adminOf(organizationId), (tx) => setExchangeRate({ actor: adminOf(organizationId), input, tx }))
const take = (organizationId: string, content: string, dryRun = false) =>
  as(test.database, adminOf(organizationId), (tx) =>
    importRates({ actor: adminOf(organizationId), input: { fileName: 'eurofxref.csv', content, dryRun }, tx }),
  )
const remove = (organizationId: string, id: string) =>
  as(test.database, adminOf(organizationId), (tx) => removeExchangeRate({ actor: adminOf(organizationId), input: { id }, tx }))
const change = (organizationId: string, input: Parameters<typeof updateOrganization>[0]['input']) =>
  as(test.database, adminOf(organizationId), (tx) => updateOrganization({ actor: adminOf(organizationId), input, tx }))
const rateOn = (organizationId: string, base: string, quote: string, day: string) =>
  as(test.database, adminOf(organizationId), (tx) => findRate(tx, { base, quote, day }))

/** Noon in New York, so that the day is the same in both zones of the tests. */
const on = (day: string) => `${day}T17:00:00Z`

describe('a payment in another currency', () => {
  it('is converted at the rate of its day, rounded half away from nothing', async () => {
    const org = await makeOrganization(test)
    await set(org, { day: '2026-03-02', base: 'EUR', quote: 'USD', rate: '1.5' })
    expect(await worthOf(test, await pay(test, org, { amount: 333n, currency: 'EUR', at: on('2026-03-02') }))).toEqual({
      currency: 'USD',
      amount: 500n,
      refunded: 0n,
      lost: 0n,
      rate: '1.5',
      day: '2026-03-02',
    })
    expect((await worthOf(test, await pay(test, org, { amount: 1n, currency: 'EUR', at: on('2026-03-02') }))).amount).toBe(2n)
  })

  it.each([
    ['JPY', 'USD', 150_000n, '0.0065', 97_500n],
    ['KWD', 'USD', 1_234_567n, '3.25', 401_234n],
    ['USD', 'JPY', 12_345n, '150.25', 18_548n],
    ['USD', 'KWD', 10_000n, '0.3075', 30_750n],
    ['JPY', 'KWD', 1_000n, '0.002', 2_000n],
  ])('from %s into %s is converted by the decimals of each', async (currency, reports, amount, rate, expected) => {
    const org = await makeOrganization(test)
    await test.owner`update organizations set currency = ${reports} where id = ${org}`
    await set(org, { day: '2026-03-02', base: currency, quote: reports, rate })
    expect((await worthOf(test, await pay(test, org, { amount, currency, at: on('2026-03-02') }))).amount).toBe(expected)
  })

  it('that is wholly given back, by refunds and disputes, is worth nothing to the cent', async () => {
    const org = await makeOrganization(test)
    await set(org, { day: '2026-03-02', base: 'EUR', quote: 'USD', rate: '1.0842' })
    for (const [amount, refunded] of [
      [333n, 111n],
      [99_999n, 33_333n],
      [7n, 0n],
      [7n, 7n],
    ] as const) {
      const id = await pay(test, org, { amount, currency: 'EUR', at: on('2026-03-02'), refunded, lost: amount - refunded })
      const worth = await worthOf(test, id)
      expect((worth.refunded ?? 0n) + (worth.lost ?? 0n)).toBe(worth.amount)
    }
  })

  it('on a Saturday or Sunday has Friday’s rate, and none once the newest is seven days old', async () => {
    const org = await makeOrganization(test)
    await set(org, { day: '2026-03-06', base: 'EUR', quote: 'USD', rate: '1.1' })
    for (const [day, serves] of [
      ['2026-03-06', true],
      ['2026-03-07', true],
      ['2026-03-08', true],
      ['2026-03-12', true],
      ['2026-03-13', false],
      ['2026-03-05', false],
    ] as const) {
      const worth = await worthOf(test, await pay(test, org, { amount: 100n, currency: 'EUR', at: on(day) }))
      expect([day, worth.amount, worth.day]).toEqual([day, serves ? 110n : null, serves ? '2026-03-06' : null])
    }
  })

  it('is of the day that it was in the organization’s zone', async () => {
    const org = await makeOrganization(test)
    await set(org, { day: '2026-03-02', base: 'EUR', quote: 'USD', rate: '1.1' })
    await set(org, { day: '2026-03-03', base: 'EUR', quote: 'USD', rate: '1.2' })
    const late = await pay(test, org, { amount: 100n, currency: 'EUR', at: '2026-03-03T03:00:00Z' })
    expect((await worthOf(test, late)).amount).toBe(110n)
    await change(org, { timeZone: 'Europe/Berlin' })
    expect((await worthOf(test, late)).amount).toBe(120n)
  })
})

describe('of one day', () => {
  const day = '2026-04-15'

  it('a rate by hand outranks a file, and a file the reference; of two days the newer counts, wherever it is from', async () => {
    const org = await makeOrganization(test)
    await publish(test, day, { USD: '1.01' })
    expect(await rateOn(org, 'EUR', 'USD', day)).toEqual({ rate: '1.01', day, origin: 'reference', throughEuro: false })
    await take(org, `Date,USD,\n${day},1.02,\n`)
    expect(await rateOn(org, 'EUR', 'USD', day)).toMatchObject({ rate: '1.02', origin: 'file' })
    const { id } = await set(org, { day, base: 'EUR', quote: 'USD', rate: '1.03' })
    expect(await rateOn(org, 'EUR', 'USD', day)).toMatchObject({ rate: '1.03', origin: 'manual' })
    await publish(test, '2026-04-16', { USD: '1.04' })
    expect(await rateOn(org, 'EUR', 'USD', '2026-04-17')).toEqual({
      rate: '1.04',
      day: '2026-04-16',
      origin: 'reference',
      throughEuro: false,
    })
    await remove(org, id)
    expect(await rateOn(org, 'EUR', 'USD', day)).toMatchObject({ rate: '1.02', origin: 'file' })
  })

  it('a rate as it is quoted outranks the same the other way round, and both a way through the euro', async () => {
    const org = await makeOrganization(test)
    await set(org, { day, base: 'EUR', quote: 'GBP', rate: '0.8' })
    await set(org, { day, base: 'EUR', quote: 'USD', rate: '1.2' })
    expect(await rateOn(org, 'GBP', 'USD', day)).toEqual({ rate: '1.5', day, origin: 'manual', throughEuro: true })
    await set(org, { day, base: 'USD', quote: 'GBP', rate: '0.625' })
    expect(await rateOn(org, 'GBP', 'USD', day)).toMatchObject({ rate: '1.6', throughEuro: false })
    await set(org, { day, base: 'GBP', quote: 'USD', rate: '1.7' })
    expect(await rateOn(org, 'GBP', 'USD', day)).toMatchObject({ rate: '1.7' })
    expect(await rateOn(org, 'USD', 'GBP', day)).toMatchObject({ rate: '0.625' })
  })

  it('is no rate of another organization’s', async () => {
    const [org, other] = [await makeOrganization(test), await makeOrganization(test)]
    await set(other, { day: '2026-05-04', base: 'GBP', quote: 'USD', rate: '9' })
    expect(await rateOn(org, 'GBP', 'USD', '2026-05-04')).toBeNull()
  })
})

describe('bringing rates', () => {
  it('converts the payments that waited, and those of the six days after; removing them takes it back', async () => {
    const org = await makeOrganization(test)
    const waited = await pay(test, org, { amount: 100n, currency: 'CHF', at: on('2026-06-01') })
    const later = await pay(test, org, { amount: 100n, currency: 'CHF', at: on('2026-06-07') })
    const tooLate = await pay(test, org, { amount: 100n, currency: 'CHF', at: on('2026-06-08') })
    const brought = await set(org, { day: '2026-06-01', base: 'CHF', quote: 'USD', rate: '1.25' })
    expect(brought).toMatchObject({ days: 1, converted: 2, isConverting: false })
    expect([await worthOf(test, waited), await worthOf(test, later), await worthOf(test, tooLate)].map(({ amount }) => amount)).toEqual([
      125n,
      125n,
      null,
    ])
    expect(await remove(org, brought.id)).toMatchObject({ converted: 2 })
    expect((await worthOf(test, waited)).amount).toBeNull()
  })

  it('for a span of days sets each, and touches no payment whose rate stays', async () => {
    const org = await makeOrganization(test)
    const paid = await pay(test, org, { amount: 100n, currency: 'CHF', at: on('2026-06-03') })
    expect(await set(org, { day: '2026-06-01', until: '2026-06-05', base: 'CHF', quote: 'USD', rate: '1.25' })).toMatchObject({
      days: 5,
      converted: 1,
    })
    expect(await worthOf(test, paid)).toMatchObject({ amount: 125n, day: '2026-06-03' })
    expect(await set(org, { day: '2026-06-01', until: '2026-06-05', base: 'CHF', quote: 'USD', rate: '1.25' })).toMatchObject({
      converted: 0,
    })
  })

  it('from a file is all of it or nothing, says what is new, and with a dry run writes nothing', async () => {
    const org = await makeOrganization(test)
    const paid = await pay(test, org, { amount: 1_000n, currency: 'JPY', at: on('2026-07-10') })
    const file = 'Date, USD, JPY, \n10 July 2026, 1.2, 160, \n'
    expect(await take(org, file, true)).toMatchObject({ days: 1, rates: 2, currencies: ['JPY', 'USD'], added: 2, changed: 0, converted: 0 })
    expect((await worthOf(test, paid)).amount).toBeNull()
    expect(await take(org, file)).toMatchObject({ added: 2, converted: 1 })
    expect(await worthOf(test, paid)).toMatchObject({ amount: 750n, rate: '0.0075' })
    expect(await take(org, file.replace('160', '200'))).toMatchObject({ added: 0, changed: 1, converted: 1 })
    expect((await worthOf(test, paid)).amount).toBe(600n)
    await expect(take(org, `${file}11 July 2026, x, 1, \n`)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [{ path: 'content', message: 'Line 3: “x” is no rate such as 1.0842.' }] },
    })
    await expect(take(org, 'Date,USD,\n2999-01-01,1,\n')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it.each<[string, Partial<SetExchangeRate>, string]>([
    ['of a currency into itself', { quote: 'EUR' }, 'quote'],
    ['of a currency that is none', { base: 'ZZZ' }, 'base'],
    ['of nothing', { rate: '0' }, 'rate'],
    ['below nothing', { rate: '-1' }, 'rate'],
    ['with an exponent', { rate: '1e3' }, 'rate'],
    ['of a day to come', { day: '2999-01-01' }, 'day'],
    ['of no day', { day: '2026-02-30' }, 'day'],
    ['until before it begins', { until: '2026-01-01' }, 'until'],
    ['for more than a year', { day: '2024-01-01', until: '2026-01-01' }, 'until'],
  ])('refuses a rate %s', async (_what, wrong, path) => {
    const org = await makeOrganization(test)
    await expect(set(org, { day: '2026-06-01', base: 'EUR', quote: 'USD', rate: '1.1', ...wrong })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [expect.objectContaining({ path }) as object] },
    })
  })
})

describe('an organization that reports in another currency', () => {
  it('has every payment converted anew, those without a rate said to have none', async () => {
    const org = await makeOrganization(test)
    await set(org, { day: '2026-08-03', base: 'EUR', quote: 'USD', rate: '1.25' })
    const own = await pay(test, org, { amount: 1_000n, currency: 'USD', at: on('2026-08-03') })
    const euros = await pay(test, org, { amount: 1_000n, currency: 'EUR', at: on('2026-08-03') })
    const pounds = await pay(test, org, { amount: 1_000n, currency: 'GBP', at: on('2026-08-03') })
    await change(org, { currency: 'EUR' })
    expect(await worthOf(test, own)).toMatchObject({ currency: 'EUR', amount: 800n, rate: '0.8' })
    expect(await worthOf(test, euros)).toMatchObject({ currency: 'EUR', amount: 1_000n, rate: '1', day: null })
    expect(await worthOf(test, pounds)).toMatchObject({ currency: 'EUR', amount: null })
  })

  it('and has many leaves what is beyond one transaction to a job, which goes on where another stopped', async () => {
    const org = await makeOrganization(test)
    await set(org, { day: '2026-08-03', base: 'EUR', quote: 'USD', rate: '1.25' })
    await test.owner`insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, paid_at, status, metadata)
      select ${org}, new_id(), 'manual', 'wire', 1000, 'USD', ${on('2026-08-03')}::timestamptz, 'succeeded', '{}' from generate_series(1, 1300)`
    const left = async () =>
      (
        await test.owner<
          [{ n: number }]
        >`select count(*)::int as n from payments where organization_id = ${org} and reporting_currency = 'USD'`
      )[0].n
    await change(org, { currency: 'EUR' })
    expect(await left()).toBe(800)
    // Another run of the job did some of it and was killed.
    await as(test.database, adminOf(org), (tx) => convertNowOrSoon(tx, null, 100))
    expect(await left()).toBe(700)
    await runJobs(test)
    expect(await left()).toBe(0)
    const [sum] = await test.owner`select sum(reporting_amount_minor)::int as minor from payments where organization_id = ${org}`
    expect(sum).toEqual({ minor: 1_300 * 800 })
  })
})
