import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { calendlyBooking, stripePayment } from '../../../../test/webhook-bodies.ts'

let app: RunningApp
let owner: Person
let rep: Person
let stranger: Person

interface Made {
  id: string
  webhookUrl: string
  secret: string
}

const connectionFields = `id provider name state webhookUrl createdAt
  mapping { setterFrom { utm prefix question } sourceFrom { utm prefix question } trafficTypeFrom { utm prefix question } }
  secrets { field lastFour createdAt validUntil }
  health { state summary lastAcceptedAt lastProcessedAt lastProblemAt lastProblem waiting parked refusedLastDay deliveriesByDay { day accepted refused } }`
const deliveryFields = `id kind state answer receivedAt finishedAt attempts repeats result error remoteAddress requestId hasBody body connection { id name }`

const create = `mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { id webhookUrl } } }`
const update = `mutation ($input: UpdateConnectionInput!) { updateConnection(input: $input) { connection { ${connectionFields} } } }`
const rotate = `mutation ($input: RotateConnectionSecretInput!) { rotateConnectionSecret(input: $input) { connection { ${connectionFields} } } }`
const replay = `mutation ($id: ID!) { replayDelivery(input: { id: $id }) { delivery { id state error } } }`
const deliveriesOf = `query ($filter: DeliveryFilter, $orderBy: DeliveryOrder) { deliveries(filter: $filter, orderBy: $orderBy) { totalCount nodes { ${deliveryFields} } } }`

async function connect(person: Person, provider = 'STRIPE', secret: string | null = `whsec_${uuidv7()}`): Promise<Made> {
  const { createConnection } = await person.ask<{ createConnection: { connection: { id: string; webhookUrl: string } } }>(create, {
    input: { provider, name: `${provider} of ours`, webhookSecret: secret },
  })
  return { ...createConnection.connection, secret: secret ?? '' }
}

interface ConnectionSeen {
  id: string
  secrets: { field: string; lastFour: string; createdAt: string; validUntil: string | null }[]
  health: { state: string; deliveriesByDay: { day: string; accepted: number; refused: number }[] } & Record<string, unknown>
}

async function see(person: Person, id: string): Promise<ConnectionSeen> {
  const { connections } = await person.ask<{ connections: ConnectionSeen[] }>(`{ connections { ${connectionFields} } }`)
  const found = connections.find((connection) => connection.id === id)
  if (!found) throw new Error('The connection is not listed')
  return found
}

interface DeliverySeen {
  id: string
  state: string
  kind: string
  body: string | null
  error: string | null
}

async function list(person: Person, filter: object, orderBy?: object): Promise<{ totalCount: number; nodes: DeliverySeen[] }> {
  const { deliveries } = await person.ask<{ deliveries: { totalCount: number; nodes: DeliverySeen[] } }>(deliveriesOf, { filter, orderBy })
  return deliveries
}

const forge = (target: Made) =>
  fetch(target.webhookUrl.replace('localhost', '127.0.0.1'), { method: 'POST', body: '{}', headers: { 'stripe-signature': 't=1,v1=00' } })

beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  stranger = await app.organize('Elsewhere')
  const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }',
    { input: { email: 'rita@northlight.example', role: 'SALES_REP' } },
  )
  const someone = await app.signUp('Rita Rep', 'rita@northlight.example')
  await someone.ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { organizationId } }', {
    input: { token: new URL(inviteMember.url).searchParams.get('token') },
  })
  rep = someone.actingIn(owner.organizationId)
})
afterAll(() => app.close())

describe('a connection', () => {
  it('is made with its address, and shows no more of its secrets than the last four characters', async () => {
    const made = await owner.ask<{ createConnection: { connection: { id: string; webhookUrl: string } } }>(create, {
      input: { provider: 'STRIPE', name: ' Main account ', webhookSecret: 'whsec_topsecret_1234', apiKey: 'sk_live_evenmoresecret_5678' },
    })
    const { id, webhookUrl } = made.createConnection.connection
    expect(webhookUrl).toBe(`${app.origin}/webhooks/stripe/${id}`)
    const seen = await see(owner, id)
    expect(seen).toMatchObject({ provider: 'STRIPE', name: 'Main account', state: 'ACTIVE', health: { state: 'NEVER_USED' } })
    expect(seen.secrets.map(({ field, lastFour, validUntil }) => [field, lastFour, validUntil]).sort()).toEqual([
      ['API_KEY', '5678', null],
      ['WEBHOOK_SECRET', '1234', null],
    ])
    expect(seen.secrets[0]?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(JSON.stringify(seen)).not.toMatch(/topsecret|evenmoresecret/)
  })

  it('holds its secrets sealed, also in the audit log and among the idempotency keys', async () => {
    await owner.ask(create, {
      input: { provider: 'STRIPE', name: 'Sealed', webhookSecret: 'whsec_findme_anywhere', clientMutationId: 'sealed-once' },
    })
    const [found] = await app.data.owner<{ places: number }[]>`select (
      (select count(*) from connection_secrets s where s::text like '%findme%') + (select count(*) from audit_log a where a::text like '%findme%')
      + (select count(*) from idempotency_keys k where k::text like '%findme%') + (select count(*) from connections c where c::text like '%findme%'))::int as places`
    expect(found?.places).toBe(0)
    const [audited] = await app.data.owner<
      { n: number }[]
    >`select count(*)::int as n from audit_log where table_name = 'connection_secrets' and organization_id = ${owner.organizationId}`
    expect(audited?.n).toBeGreaterThan(0)
  })

  it('is made once when the same request is sent again', async () => {
    const input = { provider: 'STRIPE', name: 'Once', webhookSecret: 'whsec_only_once', clientMutationId: 'make-once' }
    const ids = await Promise.all([1, 2, 3].map(() => owner.ask<{ createConnection: { connection: { id: string } } }>(create, { input })))
    expect(new Set(ids.map(({ createConnection }) => createConnection.connection.id)).size).toBe(1)
  })

  it.each([
    ['a blank name', { name: '  ' }, 'name'],
    ['a secret that is too short', { webhookSecret: 'short' }, 'webhookSecret'],
    ['a mapping that names nothing', { mapping: { setterFrom: [{}], sourceFrom: [], trafficTypeFrom: [] } }, 'mapping.setterFrom.0'],
  ])('is refused with %s, and the field is named', async (_what, change, path) => {
    const problem = await owner.refused(create, { input: { provider: 'CALENDLY', name: 'Fine', webhookSecret: 'long enough', ...change } })
    expect(problem.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path })] })
  })

  it('reads setters from where its mapping says, after it was changed', async () => {
    const calendly = await connect(owner, 'CALENDLY')
    const mapping = {
      setterFrom: [{ question: 'Who sent you?' }, { utm: 'TERM', prefix: 'by-' }],
      sourceFrom: [{ utm: 'CAMPAIGN' }],
      trafficTypeFrom: [],
    }
    const { updateConnection } = await owner.ask<{ updateConnection: { connection: { name: string; mapping: object } } }>(update, {
      input: { id: calendly.id, name: 'Renamed', mapping },
    })
    expect(updateConnection.connection).toMatchObject({
      name: 'Renamed',
      mapping: {
        setterFrom: [
          { question: 'Who sent you?', utm: null, prefix: null },
          { question: null, utm: 'TERM', prefix: 'by-' },
        ],
        sourceFrom: [{ utm: 'CAMPAIGN' }],
        trafficTypeFrom: [],
      },
    })
  })

  it('keeps the replaced secret for as long as was asked, and tells until when', async () => {
    const made = await connect(owner, 'STRIPE', 'whsec_the_first_one_1111')
    await owner.ask(rotate, { input: { id: made.id, field: 'WEBHOOK_SECRET', secret: 'whsec_the_second_2222', overlapHours: 2 } })
    const { secrets } = await see(owner, made.id)
    expect(secrets.map(({ lastFour }) => lastFour)).toEqual(['2222', '1111'])
    expect(secrets[0]?.validUntil).toBeNull()
    const hoursLeft = (Date.parse(secrets[1]?.validUntil ?? '') - Date.now()) / 3_600_000
    expect(hoursLeft).toBeGreaterThan(1.9)
    expect(hoursLeft).toBeLessThanOrEqual(2.01)
    await owner.ask(rotate, { input: { id: made.id, field: 'WEBHOOK_SECRET', secret: 'whsec_the_third_3333', overlapHours: 0 } })
    expect((await see(owner, made.id)).secrets.map(({ lastFour }) => lastFour)).toEqual(['3333'])
    const problem = await owner.refused(rotate, {
      input: { id: made.id, field: 'WEBHOOK_SECRET', secret: 'whsec_the_fourth', overlapHours: 169 },
    })
    expect(problem.extensions.fields?.[0]?.path).toBe('overlapHours')
  })
})

describe('the health of a connection', () => {
  it('goes from never used over waiting to healthy, and tells the days', async () => {
    const made = await connect(owner)
    await app.deliver(made, {}, { raw: stripePayment('pi_health') })
    expect((await see(owner, made.id)).health).toMatchObject({ state: 'WAITING', waiting: 1, lastProcessedAt: null })
    await app.drain()
    const { health } = await see(owner, made.id)
    expect(health).toMatchObject({ state: 'HEALTHY', waiting: 0, parked: 0, refusedLastDay: 0, lastProblem: null })
    expect(health.lastProcessedAt).not.toBeNull()
    expect(health.deliveriesByDay).toHaveLength(14)
    expect(health.deliveriesByDay.at(-1)).toMatchObject({ accepted: 1, refused: 0 })
    expect(health.deliveriesByDay.slice(0, 13).every(({ accepted }) => accepted === 0)).toBe(true)
  })

  it('is refusing while nothing signed by the right key came after a refusal', async () => {
    const made = await connect(owner)
    await app.deliver({ ...made, secret: 'whsec_of_another' }, {}, { raw: stripePayment('pi_wrong_key') })
    expect((await see(owner, made.id)).health).toMatchObject({
      state: 'REFUSING',
      refusedLastDay: 1,
      lastProblem: 'Signature does not match',
    })
    await app.deliver(made, {}, { raw: stripePayment('pi_right_key') })
    await app.drain()
    expect((await see(owner, made.id)).health).toMatchObject({
      state: 'HEALTHY',
      refusedLastDay: 1,
      lastProblem: 'Signature does not match',
    })
  })

  it('is without a secret until one is set, and switched off when somebody says so', async () => {
    const made = await connect(owner, 'STRIPE', null)
    expect((await see(owner, made.id)).health.state).toBe('NO_SECRET')
    expect((await app.deliver({ ...made, secret: 'whsec_later' }, {}, { raw: stripePayment('pi_early') })).status).toBe(401)
    await owner.ask(rotate, { input: { id: made.id, field: 'WEBHOOK_SECRET', secret: 'whsec_later' } })
    expect((await app.deliver({ ...made, secret: 'whsec_later' }, {}, { raw: stripePayment('pi_late') })).status).toBe(200)
    await owner.ask(update, { input: { id: made.id, enabled: false } })
    expect(await see(owner, made.id)).toMatchObject({ state: 'DISABLED', health: { state: 'DISABLED' } })
  })

  it('is failing while a delivery waits for a person', async () => {
    const made = await connect(owner, 'CALENDLY')
    await app.deliver(made, { event: 'invitee.created', payload: {} })
    await app.drain()
    expect((await see(owner, made.id)).health).toMatchObject({ state: 'FAILING', parked: 1, lastProblem: expect.stringContaining('shape') })
  })
})

describe('deliveries', () => {
  it('are found by connection, state, kind, day and text, in either order', async () => {
    const made = await connect(owner)
    for (const purchase of ['pi_a', 'pi_b']) await app.deliver(made, {}, { raw: stripePayment(purchase) })
    await forge(made)
    await app.drain()
    const mine = { connectionIds: [made.id] }
    const all = await list(owner, mine)
    expect(all.totalCount).toBe(3)
    expect(all.nodes.map(({ state }) => state)).toEqual(['REFUSED', 'PROCESSED', 'PROCESSED'])
    expect((await list(owner, mine, { field: 'RECEIVED_AT', direction: 'ASC' })).nodes.map(({ id }) => id)).toEqual(
      all.nodes.map(({ id }) => id).reverse(),
    )
    expect((await list(owner, { ...mine, states: ['REFUSED', 'PARKED'] })).totalCount).toBe(1)
    expect((await list(owner, { ...mine, kinds: ['payment_intent.succeeded'] })).totalCount).toBe(2)
    expect((await list(owner, { ...mine, search: 'evt_pi_b' })).totalCount).toBe(1)
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short' }).format(new Date())
    expect((await list(owner, { ...mine, received: { from: today, to: today } })).totalCount).toBe(3)
    expect((await list(owner, { ...mine, received: { from: '2020-01-01', to: '2020-01-31' } })).totalCount).toBe(0)
  })

  it('show their body without secrets, and a refused one shows none and cannot be replayed', async () => {
    const made = await connect(owner)
    await app.deliver(made, {}, { raw: stripePayment('pi_shown').replace('First instalment', 'card 4242 4242 4242 4242') })
    await forge(made)
    const { nodes } = await list(owner, { connectionIds: [made.id] })
    const [refused, taken] = nodes
    expect(refused?.body).toBeNull()
    expect(taken?.body).toContain('pi_shown')
    expect(taken?.body).not.toMatch(/doNotShow|4242 4242 4242 4242/)
    const problem = await owner.refused(replay, { id: refused?.id })
    expect(problem.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path: 'id' })] })
  })

  it('that were parked are processed when they are replayed after the cause is gone', async () => {
    const made = await connect(owner, 'CALENDLY')
    await app.deliver(made, {}, { raw: calendlyBooking('to-be-replayed') })
    await app.data.owner`update deliveries set state = 'parked', error = 'It failed', attempts = 8 where connection_id = ${made.id}`
    await app.drain()
    const [parked] = (await list(owner, { connectionIds: [made.id] })).nodes
    expect(parked?.state).toBe('PARKED')
    const { replayDelivery } = await owner.ask<{ replayDelivery: { delivery: DeliverySeen } }>(replay, { id: parked?.id })
    expect(replayDelivery.delivery).toMatchObject({ state: 'RECEIVED', error: null })
    await app.drain()
    expect((await list(owner, { connectionIds: [made.id] })).nodes[0]?.state).toBe('PROCESSED')
  })
})

describe('who may', () => {
  it('not: a sales rep, anybody who is not signed in, a key without the scope', async () => {
    const made = await connect(owner)
    await app.deliver(made, {}, { raw: stripePayment('pi_secretive') })
    const [delivery] = (await list(owner, { connectionIds: [made.id] })).nodes
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "Events only", scopes: [EVENTS_READ] }) { secret } }`,
    )
    const acts: [string, object][] = [
      [`{ connections { id } }`, {}],
      [deliveriesOf, {}],
      [`query ($id: ID!) { delivery(id: $id) { id } }`, { id: delivery?.id }],
      [create, { input: { provider: 'STRIPE', name: 'No' } }],
      [update, { input: { id: made.id, name: 'No' } }],
      [rotate, { input: { id: made.id, field: 'WEBHOOK_SECRET', secret: 'whsec_mine_now' } }],
      [replay, { id: delivery?.id }],
    ]
    for (const [query, variables] of acts) {
      expect((await rep.refused(query, variables)).extensions.code).toBe('FORBIDDEN')
      expect((await app.withKey(createApiKey.secret).refused(query, variables)).extensions.code).toBe('FORBIDDEN')
      expect((await app.anonymous.refused(query, variables)).extensions.code).toBe('UNAUTHENTICATED')
    }
  })

  it('a key with the scope, reading or writing as it says', async () => {
    const made = await connect(owner)
    const keyWith = async (scope: string) => {
      const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
        `mutation { createApiKey(input: { name: "Key", scopes: [${scope}] }) { secret } }`,
      )
      return app.withKey(createApiKey.secret)
    }
    const [reader, writer] = [await keyWith('CONNECTIONS_READ'), await keyWith('CONNECTIONS_WRITE')]
    expect((await see(reader, made.id)).id).toBe(made.id)
    expect((await reader.refused(update, { input: { id: made.id, name: 'No' } })).extensions.code).toBe('FORBIDDEN')
    await writer.ask(`mutation ($id: ID!) { updateConnection(input: { id: $id, name: "By key" }) { connection { id } } }`, { id: made.id })
    expect(await see(reader, made.id)).toMatchObject({ name: 'By key' })
  })

  it('not another organization, to which connections and deliveries are not there', async () => {
    const made = await connect(owner)
    await app.deliver(made, {}, { raw: stripePayment('pi_of_another') })
    const [delivery] = (await list(owner, { connectionIds: [made.id] })).nodes
    await expect(see(stranger, made.id)).rejects.toThrow('not listed')
    expect((await list(stranger, { connectionIds: [made.id] })).totalCount).toBe(0)
    expect(await stranger.ask(`query ($id: ID!) { delivery(id: $id) { id } }`, { id: delivery?.id })).toEqual({ delivery: null })
    const acts: [string, object][] = [
      [update, { input: { id: made.id, name: 'No' } }],
      [rotate, { input: { id: made.id, field: 'WEBHOOK_SECRET', secret: 'whsec_mine_now' } }],
      [replay, { id: delivery?.id }],
    ]
    for (const [query, variables] of acts) expect((await stranger.refused(query, variables)).extensions.code).toBe('NOT_FOUND')
    expect((await app.deliver(made, {}, { raw: stripePayment('pi_still') })).status).toBe(200)
  })
})
