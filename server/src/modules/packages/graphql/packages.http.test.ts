import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const create = `mutation ($input: CreatePackageInput!) { createPackage(input: $input) { package { id name } } }`
const list = `query ($retired: Boolean) { packages(includeRetired: $retired) {
  name description price { amount currency } paidInFull
  instalments { count amount { amount currency } every interval total { amount } } deposit { amount currency } retiredAt formCount paymentCount } }`

describe('packages through the API', () => {
  it('are made once by one clientMutationId, and told with amounts as their currency writes them', async () => {
    const owner = await app.organize()
    const input = {
      name: 'Growth',
      price: { amount: '900', currency: 'KWD' },
      paidInFull: false,
      instalments: { count: 3, amount: { amount: '300.125', currency: 'KWD' }, every: 2, interval: 'MONTH' },
      deposit: { amount: '0.5', currency: 'KWD' },
      clientMutationId: 'once',
    }
    expect(await owner.ask(create, { input })).toEqual(await owner.ask(create, { input }))
    expect(await owner.ask(list)).toEqual({
      packages: [
        {
          name: 'Growth',
          description: null,
          price: { amount: '900.000', currency: 'KWD' },
          paidInFull: false,
          instalments: {
            count: 3,
            amount: { amount: '300.125', currency: 'KWD' },
            every: 2,
            interval: 'MONTH',
            total: { amount: '900.375' },
          },
          deposit: { amount: '0.500', currency: 'KWD' },
          retiredAt: null,
          formCount: 0,
          paymentCount: 0,
        },
      ],
    })
  })

  it('are changed, put into order, retired and brought back, and answer as they come to stand', async () => {
    const owner = await app.organize()
    const ids: string[] = []
    for (const name of ['A', 'B']) {
      const input = { name, price: { amount: '10', currency: 'JPY' }, paidInFull: true, deposit: { amount: '5', currency: 'JPY' } }
      ids.push((await owner.ask<{ createPackage: { package: { id: string } } }>(create, { input })).createPackage.package.id)
    }
    const [a, b] = ids
    const update =
      'mutation ($input: UpdatePackageInput!) { updatePackage(input: $input) { package { name price { amount } deposit { amount } } } }'
    expect(await owner.ask(update, { input: { id: a, name: 'A, renamed', deposit: null } })).toEqual({
      updatePackage: { package: { name: 'A, renamed', price: { amount: '10' }, deposit: null } },
    })
    const order = 'mutation ($input: ReorderPackagesInput!) { reorderPackages(input: $input) { packages { id } } }'
    expect(await owner.ask(order, { input: { ids: [b, a] } })).toEqual({ reorderPackages: { packages: [{ id: b }, { id: a }] } })
    const retire = 'mutation ($id: ID!) { retirePackage(input: { id: $id }) { package { id retiredAt } } }'
    const retired = await owner.ask<{ retirePackage: { package: { retiredAt: string } } }>(retire, { id: b })
    expect(Date.parse(retired.retirePackage.package.retiredAt)).not.toBeNaN()
    expect(await owner.ask('{ packages { id } }')).toEqual({ packages: [{ id: a }] })
    expect(await owner.ask('{ packages(includeRetired: true) { id } }')).toEqual({ packages: [{ id: a }, { id: b }] })
    const restore = 'mutation ($id: ID!) { restorePackage(input: { id: $id }) { package { id retiredAt } } }'
    expect(await owner.ask(restore, { id: b })).toEqual({ restorePackage: { package: { id: b, retiredAt: null } } })
  })

  it('are refused with their fields named, and by the name that another has', async () => {
    const owner = await app.organize()
    const input = { name: 'Growth', price: { amount: '9000.00', currency: 'USD' }, paidInFull: false }
    const unpayable = await owner.refused(create, { input })
    expect(unpayable.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'paidInFull' }] })
    await owner.ask(create, { input: { ...input, paidInFull: true } })
    const taken = await owner.refused(create, { input: { ...input, name: 'growth', paidInFull: true } })
    expect(taken.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'name', message: 'Another package has this name.' }] })
  })

  it('are what payments by hand name, and are found by', async () => {
    const owner = await app.organize()
    const made = await owner.ask<{ createPackage: { package: { id: string } } }>(create, {
      input: { name: 'Growth', price: { amount: '9000.00', currency: 'USD' }, paidInFull: true },
    })
    const { id } = made.createPackage.package
    const wire = { amount: { amount: '10.00', currency: 'USD' }, method: 'WIRE', paidOn: '2026-10-01', customerName: 'Dana' }
    const record =
      'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { payment { id package { name } ownPackage { id } } } }'
    const paid = await owner.ask<{ recordPayment: { payment: { id: string } } }>(record, { input: { ...wire, packageId: id } })
    expect(paid.recordPayment.payment).toMatchObject({ package: { name: 'Growth' }, ownPackage: { id } })
    const update = `mutation ($input: UpdateRecordedPaymentInput!) {
      updateRecordedPayment(input: $input) { payment { package { name } ownPackage { id } } } }`
    const found =
      'query ($id: [ID!]) { payments(filter: { packageIds: $id }) { totalCount nodes { package { name } } } packages { paymentCount } }'
    expect(await owner.ask(found, { id: [id] })).toEqual({
      payments: { totalCount: 1, nodes: [{ package: { name: 'Growth' } }] },
      packages: [{ paymentCount: 1 }],
    })
    expect(await owner.ask(update, { input: { paymentId: paid.recordPayment.payment.id, packageId: null } })).toEqual({
      updateRecordedPayment: { payment: { package: null, ownPackage: null } },
    })
    expect(await owner.ask(found, { id: [id] })).toMatchObject({ payments: { totalCount: 0 }, packages: [{ paymentCount: 0 }] })
    const wrong = await owner.refused(found, { id: ['growth'] })
    expect(wrong.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'filter.packageIds' }] })
  })

  it('tell keys how often they are named only by the scopes of what names them', async () => {
    const owner = await app.organize()
    await owner.ask(create, { input: { name: 'Growth', price: { amount: '9000.00', currency: 'USD' }, paidInFull: true } })
    const keyWith = async (...scopes: string[]) => {
      const made = await owner.ask<{ createApiKey: { secret: string } }>(
        'mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Key", scopes: $scopes }) { secret } }',
        { scopes },
      )
      return app.withKey(made.createApiKey.secret)
    }
    const [forms, payments] = ['{ packages { formCount } }', '{ packages { paymentCount } }']
    const reader = await keyWith('PACKAGES_READ', 'EVENTS_READ')
    expect(await reader.ask('{ packages { name } }')).toEqual({ packages: [{ name: 'Growth' }] })
    expect((await reader.refused(forms)).extensions).toMatchObject({ code: 'FORBIDDEN', required: 'forms:read' })
    expect((await reader.refused(payments)).extensions).toMatchObject({ code: 'FORBIDDEN', required: 'payments:read' })
    expect(await (await keyWith('PACKAGES_READ', 'FORMS_READ')).ask(forms)).toEqual({ packages: [{ formCount: 0 }] })
    expect(await (await keyWith('PACKAGES_READ', 'PAYMENTS_READ')).ask(payments)).toEqual({ packages: [{ paymentCount: 0 }] })
  })
})
