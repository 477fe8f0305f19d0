import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/person.ts'
import { type RunningApp, startApp } from '../../test/running-app.ts'
import { removeOldBodiesJob } from '../modules/connections/jobs/remove-old-bodies.job.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const secret = 'whsec_of_what_is_replayed'

const event = (ref: string, type = 'payment_intent.succeeded') => ({
  id: `evt_${ref}`,
  type,
  created: 1_791_388_933,
  data: {
    object: {
      id: ref,
      amount_received: 300_000,
      currency: 'usd',
      metadata: {},
      receipt_email: `${ref}@example.com`,
      client_secret: 'hidden',
    },
  },
})

async function connected() {
  const owner = await app.organize()
  const { createConnection } = await owner.ask<{ createConnection: { connection: { id: string; webhookUrl: string } } }>(
    `mutation ($secret: String!) { createConnection(input: { provider: STRIPE, name: "Payments", webhookSecret: $secret }) { connection { id webhookUrl } } }`,
    { secret },
  )
  const { id, webhookUrl } = createConnection.connection
  const send = async (...bodies: object[]) => {
    for (const body of bodies) expect((await app.deliver({ webhookUrl, secret }, body)).status).toBe(200)
  }
  return { owner, organizationId: owner.organizationId, connectionId: id, send }
}

interface Listed {
  id: string
  state: string
  hasBody: boolean
  touched: { kind: string; name: string }[]
  interpreted: { summary: string; message: string | null } | null
}

const listOf = async (owner: Person, filter: object = {}) =>
  (
    await owner.ask<{ deliveries: { nodes: Listed[] } }>(
      `query ($filter: DeliveryFilter) { deliveries(first: 200, filter: $filter) { nodes { id state hasBody touched { kind name } interpreted { summary message } } } }`,
      { filter },
    )
  ).deliveries.nodes

const replayText = `mutation ($input: ReplayDeliveriesInput!) { replayDeliveries(input: $input) { replayed withoutBody moreLeft } }`
const replay = async (owner: Person, input: object) =>
  (await owner.ask<{ replayDeliveries: object }>(replayText, { input })).replayDeliveries

const paymentsOf = (organizationId: string) => app.data.owner`select id from payments where organization_id = ${organizationId}`

describe('many deliveries', () => {
  it('that are parked are replayed by one act of their filter, and act once', async () => {
    const { owner, organizationId, connectionId, send } = await connected()
    await send(event('pi_a'), event('pi_b'), event('pi_c'))
    await app.data.owner`update deliveries set state = 'parked', error = 'closed' where connection_id = ${connectionId}`
    await app.data.owner`delete from graphile_worker._private_jobs where payload ->> 'connectionId' = ${connectionId}`
    const parked = { filter: { states: ['PARKED'] } }
    expect(await replay(owner, parked)).toEqual({ replayed: 3, withoutBody: 0, moreLeft: false })
    expect(await replay(owner, parked)).toEqual({ replayed: 0, withoutBody: 0, moreLeft: false })
    await app.drain()
    expect((await listOf(owner)).map(({ state }) => state)).toEqual(['PROCESSED', 'PROCESSED', 'PROCESSED'])
    expect(await paymentsOf(organizationId)).toHaveLength(3)
    const ids = (await listOf(owner)).map(({ id }) => id)
    const both = await Promise.all([replay(owner, { ids }), replay(owner, { ids })])
    expect(both.map((each) => ('replayed' in each ? Number(each.replayed) : 0)).reduce((sum, each) => sum + each, 0)).toBe(3)
    await app.drain()
    expect(await paymentsOf(organizationId)).toHaveLength(3)
  })

  it('are replayed a thousand at once, and it is said that more are left', async () => {
    const { owner, organizationId, connectionId } = await connected()
    await app.data.owner`
      insert into deliveries (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, request_id, finished_at)
      select ${organizationId}, gen_random_uuid(), ${connectionId}, 'many ' || n, 'product.created', 'parked', 200,
        convert_to('{"id":"evt_' || n || '","type":"product.created","created":1791388933,"data":{"object":{}}}', 'UTF8'), 'r', now()
      from generate_series(1, 1010) n`
    expect(await replay(owner, { filter: { states: ['PARKED'] } })).toEqual({ replayed: 1000, withoutBody: 0, moreLeft: true })
    expect(await replay(owner, { filter: { states: ['PARKED'] } })).toEqual({ replayed: 10, withoutBody: 0, moreLeft: false })
  })

  it('are those of the caller’s organization alone', async () => {
    const [mine, theirs] = [await connected(), await connected()]
    await theirs.send(event('pi_theirs'))
    await app.drain()
    const ids = (await listOf(theirs.owner)).map(({ id }) => id)
    for (const input of [{ ids }, { filter: { connectionIds: [theirs.connectionId] } }])
      expect((await mine.owner.refused(replayText, { input })).extensions.code).toBe('NOT_FOUND')
    expect((await listOf(theirs.owner))[0]?.state).toBe('PROCESSED')
  })

  it('must be named or described', async () => {
    const { owner } = await connected()
    for (const input of [{}, { ids: ['no id'] }])
      expect((await owner.refused(replayText, { input })).extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('what is told of a delivery', () => {
  it('names the records that it made, and what its kept body says', async () => {
    const { owner, send } = await connected()
    await send(event('pi_told'), event('prod_1', 'product.created'), { ...event('pi_odd'), data: { object: { id: 'pi_odd' } } })
    await app.drain()
    const [odd, other, told] = await listOf(owner)
    expect(told).toMatchObject({
      state: 'PROCESSED',
      touched: [{ kind: 'PAYMENT', name: '3000.00 USD from pi_told@example.com' }],
      interpreted: { summary: 'Tells that money came in.', message: expect.stringContaining('"purchaseRef": "pi_told"') },
    })
    expect(other).toMatchObject({ state: 'IGNORED', touched: [], interpreted: { message: null } })
    expect(odd).toMatchObject({ state: 'PARKED', interpreted: { summary: expect.stringContaining('amount_received'), message: null } })
  })

  it('is searched for in its body, its kind and its provider’s id', async () => {
    const { owner, send } = await connected()
    await send(event('pi_first'), event('pi_second'))
    for (const search of ['pi_first@example.com', 'EVT_PI_FIRST']) expect(await listOf(owner, { search })).toHaveLength(1)
    expect(await listOf(owner, { search: 'payment_intent' })).toHaveLength(2)
    expect(await listOf(owner, { search: 'hidden' })).toEqual([])
    expect(await listOf(owner, { search: 'pi_first@example.com', states: ['PARKED'] })).toEqual([])
  })
})

describe('bodies that are older than they are kept', () => {
  it('are removed of what is settled, and of nothing else, and cannot be replayed', async () => {
    const { owner, organizationId, connectionId, send } = await connected()
    await owner.ask(`mutation { updateOrganization(input: { deliveryBodyDays: 30 }) { organization { deliveryBodyDays } } }`)
    await send(event('pi_old'), event('pi_young'), event('pi_parked'))
    await app.drain()
    const age = (key: string, days: number, state = 'processed') =>
      app.data.owner`update deliveries set received_at = now() - make_interval(days => ${days}), state = ${state}
        where connection_id = ${connectionId} and dedupe_key = ${key}`
    await age('evt_pi_old', 31)
    await age('evt_pi_young', 29)
    await age('evt_pi_parked', 31, 'parked')
    await removeOldBodiesJob.perform({}, { attempt: 1, maxAttempts: 3, requestId: 'r', jobId: '1' }, app.services)
    const kept = await app.data.owner`
      select dedupe_key as key, body is not null as body, body_removed_at is not null as removed from deliveries where connection_id = ${connectionId} order by 1`
    expect([...kept]).toEqual([
      { key: 'evt_pi_old', body: false, removed: true },
      { key: 'evt_pi_parked', body: true, removed: false },
      { key: 'evt_pi_young', body: true, removed: false },
    ])
    const [old] = await listOf(owner, { search: 'evt_pi_old' })
    expect(old).toMatchObject({ state: 'PROCESSED', hasBody: false, interpreted: null })
    const refused = await owner.refused(`mutation ($id: ID!) { replayDelivery(input: { id: $id }) { delivery { id } } }`, { id: old?.id })
    expect(refused.message).toContain('older than your organization keeps bodies')
    expect(await replay(owner, { ids: [old?.id] })).toEqual({ replayed: 0, withoutBody: 1, moreLeft: false })
    expect(await paymentsOf(organizationId)).toHaveLength(3)
  })

  it('are removed in steps, however many they are', async () => {
    const { organizationId, connectionId } = await connected()
    await app.data.owner`
      insert into deliveries (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, request_id, received_at)
      select ${organizationId}, gen_random_uuid(), ${connectionId}, 'old ' || n, 'k', 'ignored', 200, '{}', 'r', now() - interval '91 days'
      from generate_series(1, 1020) n`
    await removeOldBodiesJob.perform({}, { attempt: 1, maxAttempts: 3, requestId: 'r', jobId: '1' }, app.services)
    expect(await app.data.owner`select from deliveries where connection_id = ${connectionId} and body is not null`).toEqual([])
  })
})
