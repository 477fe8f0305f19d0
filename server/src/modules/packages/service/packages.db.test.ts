import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor, Scope } from '../../../kernel/actor.ts'
import { explainDatabaseError } from '../../../kernel/constraint-errors.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { createPackage } from './create-package.ts'
import { listPackages } from './package-rows.ts'
import { reorderPackages } from './reorder-packages.ts'
import { restorePackage } from './restore-package.ts'
import { retirePackage } from './retire-package.ts'
import { updatePackage } from './update-package.ts'

let test: TestDatabase
let organizationId: string
let admin: Actor
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
})

/** Does something, and fails as its caller is told. */
const act = <Input, Result>(verb: (call: Verb<Input>) => Promise<Result>, input: Input, actor = admin): Promise<Result> =>
  as(test.database, actor, (tx) => verb({ actor, input, tx })).catch((error: unknown) => {
    throw explainDatabaseError(error)
  })
const usd = (amount: string) => ({ amount, currency: 'USD' })
const add = (name: string) => act(createPackage, { name, price: usd('9000.00'), paidInFull: true })
const rows = (includeRetired = false) => as(test.database, admin, (tx) => listPackages(tx, { includeRetired }))
const names = async (includeRetired = false) => (await rows(includeRetired)).map(({ name }) => name)
const growth = {
  name: ' Growth ',
  description: 'Twelve weeks.',
  price: usd('9000'),
  paidInFull: true,
  instalments: { count: 3, amount: usd('3200.00'), every: 1, interval: 'month' as const },
  deposit: usd('500.00'),
}

describe('a package', () => {
  it('is kept with its price and terms in minor units, after those before it', async () => {
    await act(createPackage, growth)
    await act(createPackage, { name: '個人', price: { amount: '450000', currency: 'JPY' }, paidInFull: true })
    const kuwait = { amount: '924.125', currency: 'KWD' }
    const instalments = { count: 2, amount: kuwait, every: 14, interval: 'day' as const }
    await act(createPackage, { name: 'Plan', price: kuwait, paidInFull: false, instalments })
    expect(await rows()).toMatchObject([
      {
        name: 'Growth',
        description: 'Twelve weeks.',
        priceMinor: 900_000n,
        currency: 'USD',
        paidInFull: true,
        instalmentCount: 3,
        instalmentMinor: 320_000n,
        instalmentEvery: 1,
        instalmentInterval: 'month',
        depositMinor: 50_000n,
        retiredAt: null,
      },
      { name: '個人', priceMinor: 450_000n, currency: 'JPY', instalmentCount: null, depositMinor: null },
      { name: 'Plan', priceMinor: 924_125n, currency: 'KWD', paidInFull: false, instalmentMinor: 924_125n, instalmentEvery: 14 },
    ])
  })

  it('is changed in what is given; null takes away, and terms are judged as they come to stand', async () => {
    const { id } = await act(createPackage, growth)
    await act(updatePackage, { id, name: 'Growth program' })
    expect((await rows())[0]).toMatchObject({ name: 'Growth program', depositMinor: 50_000n, instalmentCount: 3 })
    await act(updatePackage, { id, instalments: null, deposit: null, description: null })
    expect((await rows())[0]).toMatchObject({ description: null, instalmentCount: null, instalmentInterval: null, depositMinor: null })
    await act(updatePackage, { id, deposit: usd('1000.00') })
    await expect(act(updatePackage, { id, price: usd('900.00') })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [{ path: 'deposit.amount' }] },
    })
    // In another currency it would mix two.
    await expect(act(updatePackage, { id, price: { amount: '900.00', currency: 'EUR' } })).rejects.toMatchObject({
      details: { fields: [{ path: 'deposit.currency' }] },
    })
    await expect(act(updatePackage, { id, paidInFull: false })).rejects.toMatchObject({ details: { fields: [{ path: 'paidInFull' }] } })
    expect((await rows())[0]).toMatchObject({ priceMinor: 900_000n, paidInFull: true, depositMinor: 100_000n })
  })

  it.each<[string, object, string]>([
    ['without a name', { name: '  ' }, 'name'],
    ['with a name beyond all measure', { name: 'x'.repeat(121) }, 'name'],
    ['with a long description', { description: 'x'.repeat(2_001) }, 'description'],
    ['for nothing', { price: usd('0') }, 'price.amount'],
    ['for cents that there are not', { price: { amount: '1.5', currency: 'JPY' } }, 'price.amount'],
    ['in a currency that there is not', { price: { amount: '1', currency: 'QQQ' } }, 'price.currency'],
    ['that cannot be paid', { paidInFull: false, instalments: null }, 'paidInFull'],
    ['in one instalment', { instalments: { ...growth.instalments, count: 1 } }, 'instalments.count'],
    ['in half an instalment', { instalments: { ...growth.instalments, count: 2.5 } }, 'instalments.count'],
    ['in instalments all at once', { instalments: { ...growth.instalments, every: 0 } }, 'instalments.every'],
    ['in instalments a fortnight apart by name', { instalments: { ...growth.instalments, interval: 'fortnight' } }, 'instalments.interval'],
    ['with a deposit of all of it', { deposit: usd('9000.00') }, 'deposit.amount'],
  ])('%s is refused at its field', async (_, change, path) => {
    await expect(act(createPackage, { ...growth, ...change })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [expect.objectContaining({ path })] },
    })
    expect(await names()).toEqual([])
  })

  it('has a name that no other in force has, letter case aside', async () => {
    const { id } = await add('Growth')
    const second = await add('Starter')
    const taken = { code: 'CONFLICT', details: { fields: [{ path: 'name', message: 'Another package has this name.' }] } }
    await expect(add('GROWTH')).rejects.toMatchObject(taken)
    await expect(act(updatePackage, { id: second.id, name: 'growth' })).rejects.toMatchObject(taken)
    await act(retirePackage, { id })
    await act(updatePackage, { id: second.id, name: 'growth' })
    await expect(act(restorePackage, { id })).rejects.toMatchObject(taken)
    await act(updatePackage, { id, name: 'Growth of old' })
    await act(restorePackage, { id })
    expect(await names()).toEqual(['growth', 'Growth of old'])
  })
})

describe('the list of packages', () => {
  it('stands in the order that it is put into, and takes what comes back at its end', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await act(reorderPackages, { ids: [c.id, a.id, b.id] })
    expect(await names()).toEqual(['C', 'A', 'B'])
    await act(retirePackage, { id: c.id })
    await act(retirePackage, { id: c.id })
    expect(await names()).toEqual(['A', 'B'])
    expect(await names(true)).toEqual(['A', 'B', 'C'])
    await act(restorePackage, { id: c.id })
    await act(restorePackage, { id: a.id })
    expect(await names()).toEqual(['A', 'B', 'C'])
  })

  it('is put into no order that leaves one out, names one twice, or one that is retired or not there', async () => {
    const [a, b] = [await add('A'), await add('B')]
    const order = (ids: string[]) => act(reorderPackages, { ids })
    await expect(order([a.id])).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(order([a.id, a.id])).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { fields: [{ path: 'ids' }] } })
    await expect(order([b.id, a.id, uuidv7()])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(order(['x'])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await act(retirePackage, { id: a.id })
    await expect(order([b.id, a.id])).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await names(true)).toEqual(['B', 'A'])
  })

  it('holds 200, and no more however many are added at once', async () => {
    await test.owner`insert into packages (organization_id, id, name, price_minor, currency, paid_in_full, position)
      select ${organizationId}, gen_random_uuid(), 'Package ' || n, 100, 'USD', true, n from generate_series(1, 198) as n`
    const added = await Promise.allSettled(['A', 'B', 'C', 'D'].map(add))
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const each of added) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'CONFLICT' })
    const places = await test.owner<{ position: number }[]>`select position from packages where organization_id = ${organizationId}`
    expect(new Set(places.map(({ position }) => position)).size).toBe(200)
  })

  it('ends in one of two orders that two admins put it into at once, whole', async () => {
    const ids = []
    for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push((await add(name)).id)
    for (let round = 0; round < 20; round += 1) {
      const forward = [...ids]
      const backward = [...ids].reverse()
      await Promise.all([act(reorderPackages, { ids: forward }), act(reorderPackages, { ids: backward })])
      const found = (await rows()).map(({ id }) => id)
      expect([forward, backward]).toContainEqual(found)
    }
  })

  it('gives a name that two take at once to one of them', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [await add(`One ${round}`), await add(`Other ${round}`)]
      const renamed = await Promise.allSettled([
        act(updatePackage, { id: one.id, name: `Taken ${round}` }),
        act(updatePackage, { id: other.id, name: `taken ${round}` }),
      ])
      expect(renamed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(renamed.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    }
  })

  it('keeps terms that two people change at once fitting each other', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await act(createPackage, { ...growth, name: `Growth ${round}`, instalments: null })
      await Promise.allSettled([
        act(updatePackage, { id, deposit: usd('5000.00') }),
        act(updatePackage, { id, price: usd('4000.00'), deposit: null }),
      ])
      const row = (await rows()).find((each) => each.id === id)
      expect(row && (row.depositMinor === null || row.depositMinor < row.priceMinor)).toBe(true)
    }
  })

  it('is changed by admins, and by keys with the scope alone', async () => {
    const { id } = await add('Growth')
    const rep: Actor = {
      kind: 'user',
      organizationId,
      userId: uuidv7(),
      name: 'Rep',
      role: 'sales_rep',
      closerId: uuidv7(),
      setterId: null,
    }
    const key = (...scopes: Scope[]): Actor => ({ kind: 'api_key', organizationId, keyId: uuidv7(), name: 'Key', scopes })
    for (const actor of [rep, key('packages:read', 'forms:write', 'roster:write')])
      for (const attempt of [
        () => act(createPackage, { ...growth }, actor),
        () => act(updatePackage, { id, name: 'Mine' }, actor),
        () => act(reorderPackages, { ids: [id] }, actor),
        () => act(retirePackage, { id }, actor),
        () => act(restorePackage, { id }, actor),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await act(updatePackage, { id, name: 'By a program' }, key('packages:write'))
    expect(await as(test.database, rep, (tx) => listPackages(tx, { includeRetired: false }))).toMatchObject([{ name: 'By a program' }])
  })

  it('is nobody else’s, and each change of it stands in the audit log', async () => {
    const { id } = await add('Growth')
    const stranger = adminOf(await makeOrganization(test))
    for (const attempt of [
      () => act(updatePackage, { id, name: 'Mine' }, stranger),
      () => act(reorderPackages, { ids: [id] }, stranger),
      () => act(retirePackage, { id }, stranger),
      () => act(restorePackage, { id }, stranger),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act(retirePackage, { id })
    const log = await test.owner<{ operation: string }[]>`
      select operation from audit_log where organization_id = ${organizationId} and table_name = 'packages' order by at, id`
    expect(log.map(({ operation }) => operation.toLowerCase())).toEqual(['insert', 'update'])
  })
})
