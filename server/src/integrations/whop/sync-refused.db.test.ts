import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { startWhop, type WhopEmulator } from '../../../test/emulators/whop.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { patientDatabase } from '../../../test/patient-database.ts'
import type { Customer } from '../../../test/stories/history.ts'
import { whatMustBeKnown } from '../../../test/stories/oracle.ts'
import { readKnown } from '../../../test/stories/read-known.ts'
import { whopBodies, WhopCompany, whopBuyers } from '../../../test/whop-company.ts'
import { registerReactions } from '../../app/modules.ts'
import type { Outbound } from '../../kernel/outbound.ts'
import { createCheckKey } from '../check-key.ts'

let test: TestDatabase
let whop: WhopEmulator
let company: WhopCompany

beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(async () => {
  await test.close()
})
beforeEach(async () => {
  whop = await startWhop()
  company = await WhopCompany.connect(test, whop)
})
afterEach(() => whop.close())

const known = async () => (await readKnown(test.owner, company.connection.organizationId)).payments
const mustBeKnown = (customers: readonly Customer[]) => whatMustBeKnown(customers).payments
const purchasesOf = (customers: readonly Customer[]) => customers.flatMap(({ purchases }) => purchases)

describe('what is no money, or cannot be read', () => {
  it('is passed over: what did not go through without a word, what has not its shape by its name and why', async () => {
    const { data } = readFixture('whop/v1.payment.succeeded') as { data: object }
    const odd = (id: string, change: object) => whop.list('payments', { ...data, id, ...change })
    odd('pay_open', { status: 'open', paid_at: null })
    odd('pay_void', { status: 'void' })
    odd('pay_free', { total: 0 })
    odd('pay_unsettled', { status: 'unresolved' })
    odd('pay_odd', { currency: 7 })
    odd('pay_precise', { total: 10.005 })
    whop.happen(readFixture('whop/v1.payment.succeeded'))
    const run = await company.syncs.sync()
    expect(run).toMatchObject({ state: 'done', seen: 4, created: 2, failed: 2 })
    expect(run.problems).toEqual([
      'The payment pay_odd: It has not the shape that it should have (currency: Invalid input: expected string, received number).',
      'The payment pay_precise: It has not the shape that it should have (data: has an amount or a currency that is none).',
    ])
  })

  it.each([
    ['with ids of their own', (nth: number) => `pay_odd_${nth}`],
    ['all of the same id', () => 'pay_odd'],
    ['without an id', () => undefined],
  ])('does not keep it from its end where there is more of that than one turn: %s', async (_what, idOf) => {
    const customers = whopBuyers(20, 10)
    whop.happen(...whopBodies(customers))
    const oddities = Array.from({ length: 120 }, (_, nth) => ({ id: idOf(nth), created_at: '2026-01-01' }))
    const real = company.syncs.outbound()
    const calls: Outbound = {
      async call(request) {
        const answer = await real.call(request)
        const isFirst = request.path.startsWith('/payments?') && !request.path.includes('&after=')
        if (!isFirst) return answer
        const page = answer.body as { data: object[] }
        return { ...answer, body: { ...page, data: [...oddities, ...page.data] } }
      },
    }
    const id = await company.syncs.start()
    for (let turns = 0; turns < 12 && (await company.syncs.runOf(id)).state !== 'done'; turns += 1) await company.syncs.turn(id, calls)
    expect(await company.syncs.runOf(id)).toMatchObject({ state: 'done', created: purchasesOf(customers).length, failed: 120 })
    expect(await known()).toEqual(mustBeKnown(customers))
  })
})

describe('a key', () => {
  const tried = ({ connection, syncs } = company) => createCheckKey(syncs.services())(connection.admin, connection, 'req-check')
  const permissions =
    'payment:basic:read, payment:dispute:read, member:basic:read, member:email:read, member:phone:read, plan:basic:read, access_pass:basic:read, promo_code:basic:read, shipment:basic:read, company:basic:read'

  it('is accepted where it shows all that a sync asks for, and says of which company it is', async () => {
    expect(await tried()).toEqual({ accepted: true, message: 'Whop accepts the key of Northlight Coaching.' })
  })

  it('that is another’s is refused in words, by trying it and by a sync', async () => {
    const other = await WhopCompany.connect(test, whop, 'apik_of_nobody')
    const message = 'Whop does not accept the key. Make a new company API key there, and enter it as the API key.'
    expect(await tried(other)).toEqual({ accepted: false, message })
    expect(await other.syncs.sync()).toMatchObject({ state: 'failed', error: message })
  })

  it.each(['payments', 'refunds', 'disputes', 'memberships'] as const)('that may not read %s is told what it lacks', async (list) => {
    whop.hide(list)
    const message = `Whop does not show ${list} to this key. Give it these permissions, or enter another: ${permissions}.`
    expect(await tried()).toEqual({ accepted: false, message })
    expect(await company.syncs.sync()).toMatchObject({ state: 'failed', error: message })
  })

  it('that does not say whose it is is told so', async () => {
    whop.hide('accounts')
    const message = 'Whop does not say whose this key is (403). Enter a key of your company, with the permission company:basic:read.'
    expect(await tried()).toEqual({ accepted: false, message })
    expect(await company.syncs.sync()).toMatchObject({ state: 'failed', error: message })
  })

  it('is asked with again as late as Whop asks for', async () => {
    const id = await company.syncs.start()
    whop.meet({ status: 429, headers: { 'retry-after': '60' } })
    await company.syncs.turn(id)
    expect(await company.syncs.runOf(id)).toMatchObject({ state: 'running', waitsFor: 'Whop asks for fewer calls.' })
    expect(await company.syncs.goesOnIn(id)).toBeGreaterThan(50)
  })
})
