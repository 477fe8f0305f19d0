import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '../../src/kernel/actor.ts'
import { Listening } from '../listening.ts'
import { until } from '../until.ts'
import { type Actor, actors, type Expected, expectedOf, members } from './expected.ts'
import { subscriptions } from './subscription-table.ts'
import type { Tenant } from './tenant-rows.ts'
import { makeWorld, type World } from './world.ts'

let world: World
const open: Listening[] = []
beforeAll(async () => {
  world = await makeWorld()
})
afterEach(() => {
  for (const each of open.splice(0)) each.end()
})
afterAll(() => world.close())

const keep = (listening: Listening): Listening => {
  open.push(listening)
  return listening
}

/** With which code whoever may not follow is closed out, by what a query would answer them. */
const closedWith: Readonly<Partial<Record<Expected, number>>> = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403 }

/** Who has a place in some organization is let in, and refused what is not for them. */
const isOfOrganization = (actor: Actor): boolean => expectedOf({ expected: members }, actor) === 'allowed'

describe.each(Object.entries(subscriptions))('%s', (_name, { expected, document, keys }) => {
  it.each(actors.map((actor) => [actor, expectedOf({ expected }, actor)] as const))('lets in %s: %s', async (actor, wanted) => {
    const listening = keep(await Listening.begin(world.app.url, world.people[actor], { document }))
    const code = closedWith[wanted]
    if (code !== undefined && isOfOrganization(actor)) expect(await listening.refusal()).toBe(wanted)
    else if (code !== undefined) expect(await listening.isClosed()).toBe(code)
    else expect(listening.closed).toBeNull()
  })

  it('refuses every API key without one of its scopes', async () => {
    for (const scope of scopes) {
      const listening = keep(await Listening.begin(world.app.url, await world.keyWith([scope]), { document }))
      if (keys.includes(scope)) continue
      expect([scope, await listening.refusal()]).toEqual([scope, 'FORBIDDEN'])
    }
  })
})

describe('what is told of changes in the first organization', () => {
  const { document = '' } = subscriptions.activity ?? {}
  const database = () => world.app.data.owner

  /** So many changes at once that everybody of the organization is told that they missed something: all that came before was told. */
  async function floodOf({ organizationId }: Tenant): Promise<void> {
    await database()`insert into audit_log (organization_id, id, at, actor, request_id, table_name, row_id, operation)
      select ${organizationId}, new_id(), clock_timestamp(), 'test', '', 'events', new_id()::text, 'insert' from generate_series(1, 2001)`
  }

  const hears = (told: readonly { recordId: string | null }[], id: string) => told.some(({ recordId }) => recordId === id)

  it('reaches those whose rows they are, whoever sees all of them, and nobody of another tenant', async () => {
    const { first, rival, people } = world
    const everybody: readonly Actor[] = actors.filter(
      (actor) => expectedOf({ expected: subscriptions.activity?.expected ?? expectNever() }, actor) === 'allowed',
    )
    const listening = new Map<Actor, Listening>()
    for (const actor of everybody) listening.set(actor, keep(await Listening.begin(world.app.url, people[actor], { document })))
    const [ofFirstCloser, ofSecondCloser] = [first.id('events', 2), first.id('events', 5)]
    const payment = first.id('payments', 5)
    const ofRival = rival.id('events', 2)
    await database()`update events set join_url = 'https://example.com/changed' where id = any(${[ofFirstCloser, ofSecondCloser, ofRival]})`
    await database()`update payments set note = 'changed' where id = ${payment}`
    const told = [...listening.values()]
    await until('the owner is told of all three', () => {
      const heard = listening.get('owner')?.told ?? []
      return Promise.resolve([ofFirstCloser, ofSecondCloser, payment].every((id) => hears(heard, id)))
    })
    for (const tenant of [first, rival]) await floodOf(tenant)
    await until('everybody is told that there was more', () =>
      Promise.resolve(told.every((each) => each.told.some(({ count }) => count === 0))),
    )
    const heardBy = (id: string) => everybody.filter((actor) => hears(listening.get(actor)?.told ?? [], id)).toSorted()
    const seeAll = ['admin', 'operatorActing', 'owner']
    expect(heardBy(ofFirstCloser)).toEqual([...seeAll, 'portalCloser', 'portalSetter', 'rep', 'setter'].toSorted())
    expect(heardBy(ofSecondCloser)).toEqual(seeAll)
    expect(heardBy(payment)).toEqual(seeAll)
    expect(heardBy(ofRival)).toEqual(['operatorElsewhere', 'rival'])
  })

  it('says nothing of money to reps who are shown none of it', async () => {
    const { first, people } = world
    const payment = first.id('payments')
    await database()`update portal_settings set money = 'none' where organization_id = ${first.organizationId}`
    const rep = keep(await Listening.begin(world.app.url, people.rep, { document }))
    const owner = keep(await Listening.begin(world.app.url, people.owner, { document }))
    await database()`update payments set note = 'changed again' where id = ${payment}`
    await owner.hears('the payment', ({ recordId }) => recordId === payment)
    await floodOf(first)
    await rep.hears('that there was more', ({ count }) => count === 0)
    expect(rep.kinds()).toEqual(['BOOKING', 'POST_CALL_FORM'])
    await database()`update portal_settings set money = 'figures' where organization_id = ${first.organizationId}`
    await database()`update payments set note = 'changed once more' where id = ${payment}`
    await rep.hears('that their figures changed', ({ kind, recordId, count }) => kind === 'PAYMENT' && recordId === null && count === 1)
    await database()`update portal_settings set money = 'payments' where organization_id = ${first.organizationId}`
  })
})

const expectNever = (): never => {
  throw new Error('The table has no such subscription')
}

describe('the database’s function that tells of changes', () => {
  it('answers nobody who acts in an organization, nor anybody else than who tells open pages', async () => {
    const { database } = world.app.services
    const text = 'select * from activity.since(array[$1::uuid], array[null::bigint], 10)'
    const settings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:activity', requestId: 'test' } as const
    const ask = (change: object) =>
      database.flight({ ...settings, ...change }, [{ text, parameters: [world.first.organizationId] }], { readOnly: true })
    await expect(ask({})).resolves.toBeDefined()
    await expect(ask({ actor: 'user:somebody' })).rejects.toThrow()
    await expect(ask({ organizationId: world.first.organizationId, scope: 'organization' })).rejects.toThrow()
  })
})
