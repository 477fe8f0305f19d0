import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOperator } from '../../../../test/operator.ts'
import { pay } from '../../../../test/rates.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const set = `mutation ($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { exchangeRate { id day base quote rate origin setByName } days converted } }`
const list = `query ($first: Int, $after: String, $filter: ExchangeRateFilter) {
  exchangeRates(first: $first, after: $after, filter: $filter) { nodes { day base quote } pageInfo { hasNextPage endCursor } totalCount } }`
const take = `mutation ($input: ImportReferenceRatesInput!) {
  importReferenceRates(input: $input) { file { days from to currencies rates added changed } platformRates { days newestDay } } }`
const inUse = '{ currenciesInUse { currency payments withoutRate daysWithoutRate earliestDay } }'
const payment = `query ($id: ID!) { payment(id: $id) {
  reportingAmount { amount currency } reportingNet { amount currency } reportingRate { rate day origin } } }`

interface Rates {
  exchangeRates: {
    nodes: { day: string; base: string; quote: string }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
    totalCount: number
  }
}

describe('the rates of an organization', () => {
  it('are set, listed by currency and day page by page, looked up, and removed', async () => {
    const owner = await app.organize()
    const input = { day: '2026-11-02', until: '2026-11-04', base: 'GBP', quote: 'USD', rate: '1.250000000000001' }
    const { setExchangeRate } = await owner.ask<{ setExchangeRate: { exchangeRate: { id: string }; days: number } }>(set, { input })
    expect(setExchangeRate).toEqual({
      days: 3,
      converted: 0,
      exchangeRate: {
        id: setExchangeRate.exchangeRate.id,
        day: '2026-11-02',
        base: 'GBP',
        quote: 'USD',
        rate: '1.250000000000001',
        origin: 'MANUAL',
        setByName: 'Olive Owner',
      },
    })
    await owner.ask(set, { input: { day: '2026-11-03', base: 'EUR', quote: 'USD', rate: '1.1' } })
    const first = await owner.ask<Rates>(list, { first: 2 })
    const rest = await owner.ask<Rates>(list, { first: 2, after: first.exchangeRates.pageInfo.endCursor })
    expect(first.exchangeRates.totalCount).toBe(4)
    expect([...first.exchangeRates.nodes, ...rest.exchangeRates.nodes].map(({ day }) => day)).toEqual([
      '2026-11-04',
      '2026-11-03',
      '2026-11-03',
      '2026-11-02',
    ])
    const narrowed = await owner.ask<Rates>(list, { filter: { currencies: ['EUR'], days: { from: '2026-11-03', to: '2026-11-03' } } })
    expect(narrowed.exchangeRates.nodes).toEqual([{ day: '2026-11-03', base: 'EUR', quote: 'USD' }])
    const rate = '{ rate(base: "USD", quote: "GBP", day: "2026-11-05") { rate day origin throughEuro } }'
    expect(await owner.ask(rate)).toEqual({ rate: { rate: '0.799999999999999', day: '2026-11-04', origin: 'MANUAL', throughEuro: false } })
    const remove = 'mutation ($id: ID!) { removeExchangeRate(input: { id: $id }) { id } }'
    const { id } = setExchangeRate.exchangeRate
    expect(await owner.ask(remove, { id })).toEqual({ removeExchangeRate: { id } })
    expect((await owner.refused(remove, { id })).extensions.code).toBe('NOT_FOUND')
    const other = await app.organize('Elsewhere')
    expect((await other.ask<Rates>(list)).exchangeRates.totalCount).toBe(0)
  })

  it('set twice by one clientMutationId are one act; what brought them is in the audit log', async () => {
    const owner = await app.organize()
    const input = { day: '2026-11-02', base: 'GBP', quote: 'USD', rate: '1.25', clientMutationId: 'once' }
    expect(await owner.ask(set, { input })).toEqual(await owner.ask(set, { input }))
    const entries = await app.data
      .owner`select operation from audit_log where organization_id = ${owner.organizationId} and table_name = 'exchange_rates'`
    expect(entries).toEqual([{ operation: 'insert' }])
  })

  it('are told on each payment, and what lacks one by its currency and days, here and beside the figures', async () => {
    const owner = await app.organize()
    const at = '2026-11-07T17:00:00Z'
    const id = await pay(app.data, owner.organizationId, { amount: 100_000n, refunded: 25_000n, currency: 'GBP', at })
    await pay(app.data, owner.organizationId, { amount: 500n, currency: 'USD', at })
    expect(await owner.ask(payment, { id })).toEqual({ payment: { reportingAmount: null, reportingNet: null, reportingRate: null } })
    expect(await owner.ask(inUse)).toEqual({
      currenciesInUse: [
        { currency: 'GBP', payments: 1, withoutRate: 1, daysWithoutRate: ['2026-11-07'], earliestDay: '2026-11-07' },
        { currency: 'USD', payments: 1, withoutRate: 0, daysWithoutRate: [], earliestDay: '2026-11-07' },
      ],
    })
    const figures = `{ metrics(period: { from: "2026-11-01", to: "2026-11-30" }) {
      totals { cashCollected { amount } netCash { amount } } missingRates { currency payments days amount { amount } } } }`
    expect(await owner.ask(figures)).toMatchObject({
      metrics: {
        totals: { cashCollected: { amount: '5.00' } },
        missingRates: [{ currency: 'GBP', payments: 1, days: ['2026-11-07'], amount: { amount: '1000.00' } }],
      },
    })
    await owner.ask(set, { input: { day: '2026-11-06', base: 'GBP', quote: 'USD', rate: '1.25' } })
    expect(await owner.ask(payment, { id })).toEqual({
      payment: {
        reportingAmount: { amount: '1250.00', currency: 'USD' },
        reportingNet: { amount: '937.50', currency: 'USD' },
        reportingRate: { rate: '1.25', day: '2026-11-06', origin: 'MANUAL' },
      },
    })
    expect(await owner.ask(figures)).toMatchObject({
      metrics: { totals: { cashCollected: { amount: '1255.00' }, netCash: { amount: '942.50' } }, missingRates: [] },
    })
  })
})

describe('the reference rates', () => {
  it('are brought by an operator, in one act that is written down, and every organization’s payments follow', async () => {
    const operator = await makeOperator(app)
    const owner = await app.organize()
    const at = '2026-10-16T17:00:00Z'
    const id = await pay(app.data, owner.organizationId, { amount: 100_00n, currency: 'EUR', at })
    const input = { fileName: 'eurofxref.csv', content: 'Date, USD, JPY, \n16 October 2026, 1.0842, 163, \n', clientMutationId: 'one' }
    const dry = await operator.ask<{ importReferenceRates: object }>(take, { input: { ...input, dryRun: true, clientMutationId: null } })
    expect(dry).toMatchObject({ importReferenceRates: { file: { added: 2, changed: 0 }, platformRates: { days: 0, newestDay: null } } })
    const told = { days: 1, from: '2026-10-16', to: '2026-10-16', currencies: ['JPY', 'USD'], rates: 2, added: 2, changed: 0 }
    for (let time = 1; time <= 2; time += 1)
      expect(await operator.ask(take, { input })).toEqual({
        importReferenceRates: { file: told, platformRates: { days: 1, newestDay: '2026-10-16' } },
      })
    await app.drain()
    expect(await owner.ask(payment, { id })).toMatchObject({
      payment: { reportingAmount: { amount: '108.42' }, reportingRate: { rate: '1.0842', day: '2026-10-16', origin: 'REFERENCE' } },
    })
    const acts = await app.data.owner`select act, subject, reason from operator_acts where user_id = ${operator.userId}`
    expect(acts).toEqual([
      {
        act: 'import_rates',
        subject: 'eurofxref.csv, 1 days from 2026-10-16 to 2026-10-16: 2 rates new, 0 changed',
        reason: 'The rates were published',
      },
    ])
    expect(await operator.ask('{ platformActs { nodes { act organizationId } } }')).toEqual({
      platformActs: { nodes: [{ act: 'IMPORT_RATES', organizationId: null }] },
    })
  })

  it('are nobody else’s to bring, nor is the database persuaded', async () => {
    const owner = await app.organize()
    const input = { fileName: 'x', content: 'Date,USD,\n2026-10-16,9,\n' }
    expect((await owner.refused(take, { input })).extensions.code).toBe('FORBIDDEN')
    const asOwner = app.data.database.transaction(
      { organizationId: null, userId: owner.organizationId, scope: 'none', repIds: [], actor: 'operator:x', requestId: 'r' },
      (tx) => tx.query(`select platform.import_rates('{2026-10-16}', '{USD}', '{9}', 'x', 'y')`),
    )
    await expect(asOwner).rejects.toMatchObject({ code: '42501' })
    const direct = app.data.database.transaction(
      { organizationId: owner.organizationId, userId: null, scope: 'organization', repIds: [], actor: 'x', requestId: 'r' },
      (tx) => tx.query(`insert into reference_rates (day, currency, per_euro) values ('2026-10-16', 'USD', 9)`),
    )
    await expect(direct).rejects.toMatchObject({ code: '42501' })
  })
})
