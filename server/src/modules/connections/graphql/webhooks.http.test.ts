import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CalendlyEmulator, startCalendly } from '../../../../test/emulators/calendly.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { calendlyBooking } from '../../../../test/webhook-bodies.ts'

let app: RunningApp
let calendly: CalendlyEmulator
let owner: Person
let stranger: Person
let connection: { id: string; webhookUrl: string }

beforeAll(async () => {
  calendly = await startCalendly()
  app = await startApp({ providerUrl: calendly.url })
  stranger = await app.organize('Elsewhere')
})
afterAll(async () => {
  await app.close()
  await calendly.close()
})
beforeEach(async () => {
  owner = await app.organize()
  const { createConnection } = await owner.ask<{ createConnection: { connection: typeof connection } }>(
    'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { id webhookUrl } } }',
    { input: { provider: 'CALENDLY', name: 'Main', apiKey: calendly.token } },
  )
  connection = createConnection.connection
})
afterEach(async () => {
  await app.drain()
  calendly.webhooks.all.length = 0
  calendly.webhooks.arePaidFor = true
})

const register = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { connection { id webhook { state summary } } } }`
const remove = `mutation ($id: ID!) { removeWebhook(input: { connectionId: $id }) { connection { id webhook { state } } } }`

interface Seen {
  webhook: { state: string; summary: string; scope: string | null; registeredAt: string | null } | null
  health: { state: string; summary: string }
  secrets: { field: string }[]
}
async function seen(id = connection.id): Promise<Seen | undefined> {
  const { connections } = await owner.ask<{ connections: (Seen & { id: string })[] }>(
    `{ connections { id secrets { field } health { state summary }
       webhook { state summary scope registeredAt checkedAt failingSince disabledSince missedSince } } }`,
  )
  return connections.find((each) => each.id === id)
}
const input = (more: object = {}) => ({ input: { connectionId: connection.id, ...more } })

describe('the webhook of a Calendly connection', () => {
  it('is registered by one press, brings bookings in, and is removed by another', async () => {
    expect(await seen()).toMatchObject({ webhook: { state: 'NOT_REGISTERED' }, health: { state: 'NO_SECRET' } })
    const made = await owner.ask<{ registerWebhook: { connection: Seen } }>(register, input())
    expect(made.registerWebhook.connection.webhook?.state).toBe('REGISTERING')
    await app.drain()
    expect(calendly.webhooks.all).toMatchObject([{ callback_url: connection.webhookUrl }])
    const after = await seen()
    expect(after).toMatchObject({ webhook: { state: 'ACTIVE', scope: 'ORGANIZATION' }, health: { state: 'NEVER_USED' } })
    expect(after?.webhook?.registeredAt).toMatch(/^\d{4}-.+Z$/)
    expect(await calendly.webhooks.tell(JSON.parse(calendlyBooking('end-to-end')) as { event: string })).toEqual([200])
    await app.drain()
    const { events } = await owner.ask<{ events: { nodes: { leadName: string }[] } }>('{ events { nodes { leadName } } }')
    expect(events.nodes).toHaveLength(1)
    expect(await owner.ask(remove, { id: connection.id })).toMatchObject({
      removeWebhook: { connection: { webhook: { state: 'REMOVING' } } },
    })
    await app.drain()
    expect(calendly.webhooks.all).toEqual([])
    expect((await seen())?.webhook?.state).toBe('NOT_REGISTERED')
  })

  it('is one, however many press at once and send it again', async () => {
    await Promise.all([
      owner.ask(register, input({ clientMutationId: 'press' })),
      owner.ask(register, input({ clientMutationId: 'press' })),
      owner.ask(register, input()),
      owner.ask(register, input()),
    ])
    await app.drain()
    expect(calendly.webhooks.all).toHaveLength(1)
    expect((await seen())?.secrets.filter(({ field }) => field === 'WEBHOOK_SECRET')).toHaveLength(1)
  })

  it('shows nothing of its key, and who asked for it stands in the audit log', async () => {
    await owner.ask(register, input({ clientMutationId: 'told-once' }))
    await app.drain()
    const key = calendly.webhooks.all[0]?.signing_key ?? ''
    expect(key).toMatch(/^[\w-]{43}$/)
    const [places] = await app.data.owner<{ n: number }[]>`select (
      (select count(*) from connection_secrets s where s::text like ${`%${key}%`}) + (select count(*) from audit_log a where a::text like ${`%${key}%`})
      + (select count(*) from idempotency_keys k where k::text like ${`%${key}%`}) + (select count(*) from connection_webhooks w where w::text like ${`%${key}%`}))::int as n`
    expect(places?.n).toBe(0)
    const audited = await app.data.owner<{ actor: string; wanted: string }[]>`
      select actor, after ->> 'registers_webhook' as wanted from audit_log
      where table_name = 'connections' and row_id = ${connection.id} order by at, id`
    expect(audited.map(({ wanted }) => wanted)).toEqual(['false', 'true'])
    expect(audited[1]?.actor).toMatch(/^user:/)
  })

  it('says on its health what a person has to mend', async () => {
    calendly.webhooks.arePaidFor = false
    await owner.ask(register, input())
    await app.drain()
    expect(await seen()).toMatchObject({
      webhook: { state: 'NOT_ALLOWED', summary: expect.stringContaining('paid plan') as string },
      health: { state: 'FAILING', summary: expect.stringContaining('paid plan') as string },
    })
  })
})

describe('who may', () => {
  const roleOf = async (role: string) => {
    const email = `${role.toLowerCase()}-${owner.organizationId.slice(-6)}@northlight.example`
    const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
      'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }',
      { input: { email, role } },
    )
    const someone = await app.signUp('Somebody', email)
    await someone.ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { organizationId } }', {
      input: { token: new URL(inviteMember.url).searchParams.get('token') },
    })
    return someone.actingIn(owner.organizationId)
  }
  const keyWith = async (scopes: string[]) =>
    (
      await owner.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
        'mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "k", scopes: $scopes }) { secret apiKey { id } } }',
        { scopes },
      )
    ).createApiKey

  it('an admin and a key with the scope', async () => {
    const admin = await roleOf('ADMIN')
    await admin.ask(register, input())
    const key = await keyWith(['CONNECTIONS_READ', 'CONNECTIONS_WRITE'])
    await app.withKey(key.secret).ask(remove, { id: connection.id })
  })

  it('not a sales rep, nobody unknown, no key without the scope and none that was revoked', async () => {
    const rep = await roleOf('SALES_REP')
    const reader = await keyWith(['CONNECTIONS_READ'])
    const revoked = await keyWith(['CONNECTIONS_WRITE'])
    await owner.ask('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }', { id: revoked.apiKey.id })
    const refusals: [Person, string][] = [
      [rep, 'FORBIDDEN'],
      [app.anonymous, 'UNAUTHENTICATED'],
      [app.withKey(reader.secret), 'FORBIDDEN'],
      [app.withKey(revoked.secret), 'UNAUTHENTICATED'],
    ]
    for (const [person, code] of refusals) {
      expect((await person.refused(register, input())).extensions.code).toBe(code)
      expect((await person.refused(remove, { id: connection.id })).extensions.code).toBe(code)
    }
    await app.drain()
    expect(calendly.webhooks.all).toEqual([])
  })

  it('not another organization, to which the connection is not there', async () => {
    await owner.ask(register, input())
    await app.drain()
    expect((await stranger.refused(register, input())).extensions.code).toBe('NOT_FOUND')
    expect((await stranger.refused(remove, { id: connection.id })).extensions.code).toBe('NOT_FOUND')
    await app.drain()
    expect(calendly.webhooks.all).toHaveLength(1)
  })
})
