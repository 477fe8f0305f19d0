import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/person.ts'
import { type RunningApp, startApp } from '../../test/running-app.ts'
import { organizationReopened } from '../modules/organizations/service/index.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const secret = 'whsec_of_what_is_held'

async function connected() {
  const owner = await app.organize()
  const { createConnection } = await owner.ask<{ createConnection: { connection: { id: string; webhookUrl: string } } }>(
    `mutation ($secret: String!) {
      createConnection(input: { provider: STRIPE, name: "Payments", webhookSecret: $secret }) { connection { id webhookUrl } }
    }`,
    { secret },
  )
  const { id, webhookUrl } = createConnection.connection
  const pay = async (ref: string) => (await app.deliver({ webhookUrl, secret }, payment(ref))).status
  return { owner, organizationId: owner.organizationId, connectionId: id, pay }
}

/** A purchase as Stripe tells of it. */
const payment = (ref: string) => ({
  id: `evt_${ref}`,
  object: 'event',
  type: 'payment_intent.succeeded',
  created: Math.floor(Date.now() / 1000),
  data: {
    object: {
      id: ref,
      object: 'payment_intent',
      amount: 300_000,
      amount_received: 300_000,
      currency: 'usd',
      created: Math.floor(Date.now() / 1000),
      metadata: {},
      status: 'succeeded',
      receipt_email: 'dana@example.com',
    },
  },
})

const statesOf = async (owner: Person) => {
  const { deliveries } = await owner.ask<{ deliveries: { nodes: { state: string; attempts: number }[] } }>(
    `{ deliveries(first: 200) { nodes { state attempts } } }`,
  )
  return deliveries.nodes.map(({ state }) => state)
}
const paymentsOf = (organizationId: string) => app.data.owner`select id from payments where organization_id = ${organizationId}`
const set = (organizationId: string, change: { plan?: string; trialEndsAt?: Date | null; state?: string; deleteAfter?: Date | null }) =>
  app.data.owner`update organizations set plan = coalesce(${change.plan ?? null}, plan), state = coalesce(${change.state ?? null}, state),
    trial_ends_at = ${change.trialEndsAt ?? null}, delete_after = ${change.deleteAfter ?? null} where id = ${organizationId}`

/** What an operator's act does in its own transaction, which belongs to no tenant. */
const announce = (organizationId: string) =>
  app.services.database.transaction(
    { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'system', requestId: 'reopen' },
    (tx) => organizationReopened.announce(tx, { organizationId }),
  )

describe('what arrives while an organization is read-only', () => {
  it('is taken and held, and processed once its plan is set', async () => {
    const { owner, organizationId, pay } = await connected()
    await set(organizationId, { plan: 'trial', trialEndsAt: new Date(Date.now() - 1_000) })
    expect([await pay('pi_held_1'), await pay('pi_held_2')]).toEqual([200, 200])
    await app.drain()
    expect(await statesOf(owner)).toEqual(['HELD', 'HELD'])
    expect(await paymentsOf(organizationId)).toEqual([])
    const { connections } = await owner.ask<{ connections: { health: { state: string; summary: string } }[] }>(
      `{ connections { health { state summary } } }`,
    )
    expect(connections[0]?.health).toEqual({ state: 'WAITING', summary: expect.stringContaining('2 deliveries kept') })
    const { nodes } = (await owner.ask<{ deliveries: { nodes: { id: string }[] } }>(`{ deliveries(first: 1) { nodes { id } } }`)).deliveries
    const replayed = await owner.refused(`mutation ($id: ID!) { replayDelivery(input: { id: $id }) { delivery { id } } }`, {
      id: nodes[0]?.id,
    })
    expect(replayed.extensions.code).toBe('TRIAL_EXPIRED')

    await set(organizationId, { plan: 'enterprise' })
    await announce(organizationId)
    await app.drain()
    expect(await statesOf(owner)).toEqual(['PROCESSED', 'PROCESSED'])
    expect(await paymentsOf(organizationId)).toHaveLength(2)
    await announce(organizationId)
    await app.drain()
    expect(await paymentsOf(organizationId)).toHaveLength(2)
  })

  it('stays held where it is asked for too early', async () => {
    const { owner, organizationId, pay } = await connected()
    await set(organizationId, { plan: 'trial', trialEndsAt: new Date(Date.now() - 1_000) })
    await pay('pi_too_early')
    await app.drain()
    await announce(organizationId)
    await app.drain()
    expect(await statesOf(owner)).toEqual(['HELD'])
  })

  it('is processed to the last one, in more than one batch', async () => {
    const { owner, organizationId, connectionId, pay } = await connected()
    await pay('pi_of_many')
    await app.drain()
    await app.data.owner`
      insert into deliveries (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, request_id)
      select ${organizationId}, gen_random_uuid(), ${connectionId}, 'many ' || n, 'product.created', 'held', 200,
        convert_to('{"id":"evt_' || n || '","type":"product.created","created":1791388933,"data":{"object":{}}}', 'UTF8'), 'r'
      from generate_series(1, 520) n`
    await announce(organizationId)
    await app.drain()
    const left = await app.data.owner`
      select state, count(*)::int as count from deliveries where organization_id = ${organizationId} group by 1 order by 1`
    expect(left.map(({ state, count }) => [String(state), Number(count)])).toEqual([
      ['ignored', 520],
      ['processed', 1],
    ])
    expect(await statesOf(owner)).not.toContain('HELD')
  }, 60_000)
})

describe('what arrives while an organization is shut', () => {
  it('is held while it is suspended', async () => {
    const { owner, organizationId, pay } = await connected()
    await set(organizationId, { state: 'suspended' })
    expect(await pay('pi_suspended')).toBe(200)
    await app.drain()
    expect(await paymentsOf(organizationId)).toEqual([])
    await set(organizationId, { state: 'active' })
    await announce(organizationId)
    await app.drain()
    expect(await paymentsOf(organizationId)).toHaveLength(1)
    expect(await statesOf(owner)).toEqual(['PROCESSED'])
  })

  it('is held while its deletion is waited for, and processed when its owner keeps it', async () => {
    const { owner, organizationId, pay } = await connected()
    await owner.ask(`mutation { requestOrganizationDeletion(input: { confirmName: "Northlight" }) { organization { id } } }`)
    expect(await pay('pi_deleting')).toBe(200)
    await app.drain()
    expect(await paymentsOf(organizationId)).toEqual([])
    await owner.ask(`mutation ($id: ID!) { keepOrganization(input: { organizationId: $id }) { organizationId } }`, { id: organizationId })
    await app.drain()
    expect(await paymentsOf(organizationId)).toHaveLength(1)
  })
})
