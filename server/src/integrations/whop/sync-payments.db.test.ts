import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWhop, type WhopEmulator } from '../../../test/emulators/whop.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { shuffled } from '../../../test/shuffled.ts'
import type { Customer } from '../../../test/stories/history.ts'
import { whatMustBeKnown } from '../../../test/stories/oracle.ts'
import { readKnown } from '../../../test/stories/read-known.ts'
import { whopBodies, WhopCompany, whopBuyers } from '../../../test/whop-company.ts'
import { openIntake } from '../../../test/open-intake.ts'
import type { Outbound } from '../../kernel/outbound.ts'

const { test, intake } = await openIntake()
let whop: WhopEmulator
let company: WhopCompany

beforeEach(async () => {
  whop = await startWhop()
  company = await WhopCompany.connect(test, whop)
})
afterEach(() => whop.close())

const known = async () => (await readKnown(test.owner, company.connection.organizationId)).payments
const mustBeKnown = (customers: readonly Customer[]) => whatMustBeKnown(customers).payments
const purchasesOf = (customers: readonly Customer[]) => customers.flatMap(({ purchases }) => purchases)
const ledger = async () => (await company.count('payment_refunds')) + (await company.count('payment_disputes'))

describe('a sync of Whop', () => {
  it.each([1, 2, 5, 6])('without any webhook comes to what must be known, and a second one adds nothing (story %i)', async (seed) => {
    const customers = whopBuyers(40, seed)
    expect(customers.length).toBeGreaterThan(5)
    whop.happen(...whopBodies(customers))
    whop.limitPages(4)
    expect(await company.syncs.sync()).toMatchObject({ state: 'done', created: purchasesOf(customers).length, failed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
    const entries = await ledger()
    expect(entries).toBeGreaterThan(0)
    expect(await company.syncs.sync()).toMatchObject({ state: 'done', created: 0, changed: 0, failed: 0 })
    expect(await known()).toEqual(mustBeKnown(customers))
    expect(await ledger()).toBe(entries)
  })

  it.each([3, 4])('heals whatever webhooks were lost, and those that come late or twice change nothing (story %i)', async (seed) => {
    const customers = whopBuyers(30, seed)
    const bodies = whopBodies(customers)
    whop.happen(...bodies)
    const mixed = shuffled(bodies, seed)
    await company.tell(intake, mixed.slice(0, mixed.length / 3))
    await company.syncs.sync()
    expect(await known()).toEqual(mustBeKnown(customers))
    await company.tell(intake, [...mixed.slice(mixed.length / 2), ...mixed.slice(0, mixed.length / 4)])
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('and the webhooks of the same money, all at once, make one payment of each', async () => {
    const customers = whopBuyers(30, 5)
    const bodies = whopBodies(customers)
    whop.happen(...bodies)
    await company.send(intake, shuffled(bodies, 5))
    const id = await company.syncs.start()
    await Promise.all([runJobs(test, company.syncs.services()), company.syncs.turn(id)])
    expect(await company.syncs.runThrough(id)).toMatchObject({ state: 'done', failed: 0 })
    await runJobs(test, company.syncs.services())
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it.each([1, 2, 3])('goes on where it was, whenever its process dies (after every %i calls)', async (calls) => {
    const customers = whopBuyers(24, 6)
    whop.happen(...whopBodies(customers))
    whop.limitPages(3)
    const id = await company.syncs.start()
    // The first life asks whose key it is as well.
    for (let lives = 0; lives < 60 && (await company.syncs.runOf(id)).state !== 'done'; lives += 1) {
      const made = lives === 0 ? calls + 1 : calls
      await company.syncs
        .turn(id, company.syncs.dyingAfter(made))
        .catch((error: unknown) => expect(String(error)).toContain('the process died'))
    }
    const purchases = purchasesOf(customers)
    const things = purchases.length + purchases.flatMap(({ refunds, disputes }) => [...refunds, ...disputes]).length
    expect(await company.syncs.runThrough(id)).toMatchObject({ state: 'done', seen: things, created: purchases.length })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('can be stopped, stores nothing more then, and is taken up again where it was', async () => {
    const customers = whopBuyers(24, 7)
    whop.happen(...whopBodies(customers))
    whop.limitPages(3)
    const id = await company.syncs.start()
    const real = company.syncs.outbound()
    let calls = 0
    await company.syncs.turn(id, {
      async call(request) {
        calls += 1
        if (calls === 3) await company.syncs.cancel(id)
        return real.call(request)
      },
    })
    const stopped = await company.syncs.runOf(id)
    expect(stopped).toMatchObject({ state: 'canceled', created: 3 })
    expect(await company.count('payments')).toBe(3)
    await company.syncs.resume(id)
    expect(await company.syncs.runThrough(id)).toMatchObject({ state: 'done', created: purchasesOf(customers).length })
    expect(await known()).toEqual(mustBeKnown(customers))
  })

  it('leaves no trace in the audit log where it finds nothing new, but that it was asked for', async () => {
    const customers = whopBuyers(24, 8)
    whop.happen(...whopBodies(customers), readFixture('whop/v1.membership.deactivated'))
    await company.syncs.sync()
    const entries = () => test.owner<{ about: string; count: number }[]>`
      select table_name as about, count(*)::int as count from audit_log
      where organization_id = ${company.connection.organizationId} and table_name <> 'runs' group by 1 order by 1`
    const before = await entries()
    for (let time = 0; time < 2; time += 1) {
      company.syncs.clock.pass(3_600_000)
      expect(await company.syncs.sync()).toMatchObject({ created: 0, changed: 0 })
    }
    expect(before.length).toBeGreaterThan(0)
    expect(await entries()).toEqual(before)
  })

  it('holds one page at a time, however many there are: the next is asked for when the one before is taken in', async () => {
    const customers = whopBuyers(60, 9)
    whop.happen(...whopBodies(customers))
    whop.limitPages(4)
    const watched: { stored: number; pages: number }[] = []
    const real = company.syncs.outbound()
    const pages = () => whop.calls.filter((path) => path.includes('/payments?')).length
    const watching: Outbound = {
      async call(request) {
        watched.push({ stored: await company.count('payments'), pages: pages() })
        return real.call(request)
      },
    }
    const id = await company.syncs.start()
    for (let turns = 0; (await company.syncs.runOf(id)).state !== 'done' && turns < 40; turns += 1) await company.syncs.turn(id, watching)
    expect(await known()).toEqual(mustBeKnown(customers))
    expect(whop.largestAnswer).toBe(4)
    expect(pages()).toBeGreaterThanOrEqual(purchasesOf(customers).length / 4)
    // No page is asked for before what the pages before it held is stored.
    for (const { stored, pages: asked } of watched) expect(stored).toBeGreaterThanOrEqual((asked - 2) * 4)
  })
})
