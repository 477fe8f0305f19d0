import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { activityDocument, Listening } from '../../../test/listening.ts'
import type { Person } from '../../../test/person.ts'
import { type RunningApp, startApp } from '../../../test/running-app.ts'
import { makeKey } from '../../../test/security/credentials.ts'
import { socketLimits } from './open-sockets.ts'

let app: RunningApp
let owner: Person
let open: Listening[] = []
beforeAll(async () => {
  app = await startApp({ limited: true })
  owner = await app.organize('Sockets')
})
afterEach(() => {
  for (const each of open) each.end()
  open = []
})
afterAll(() => app.close())

async function opened(headers: Readonly<Record<string, string>>, protocol?: string): Promise<Listening> {
  const listening = await Listening.open(app.url, headers, protocol)
  if (typeof listening === 'number') throw new Error(`It was refused: ${listening}`)
  open.push(listening)
  return listening
}

async function entered(person: Pick<Person, 'credentials'> = owner): Promise<Listening> {
  const listening = await opened(person.credentials)
  expect(await listening.enter()).toBe(true)
  return listening
}

describe('a page of another site', () => {
  it.each(['https://evil.example', 'null', 'http://localhost:1'])('opens no socket with cookies of ours from %s', async (origin) => {
    expect(await Listening.open(app.url, { ...owner.credentials, origin })).toBe(403)
  })

  it('opens none either where the browser says that it is one of the same site', async () => {
    expect(await Listening.open(app.url, { ...owner.credentials, origin: app.origin, 'sec-fetch-site': 'same-site' })).toBe(403)
  })

  it('gets nowhere without cookies, but with a key of its own', async () => {
    const nobody = await opened({ origin: 'https://partner.example' })
    expect(await nobody.enter()).toBe(false)
    expect(await nobody.isClosed()).toBe(4401)
    const { person } = await makeKey(app, owner, ['events:read'])
    const partner = await opened({ origin: 'https://partner.example' })
    expect(await partner.enter(person.credentials)).toBe(true)
  })

  it('of ours opens one with its cookies', async () => {
    expect(typeof (await Listening.open(app.url, { ...owner.credentials, origin: app.origin }))).not.toBe('number')
  })
})

describe('a socket', () => {
  it('is opened at the address of the API alone', async () => {
    for (const path of ['/', '/api/auth/session', '/webhooks/stripe/x', '/graphql/x']) {
      const socket = new WebSocket(app.url.replace(/^http/, 'ws') + path, 'graphql-transport-ws')
      const status = await new Promise((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
        socket.on('error', () => undefined)
      })
      expect([path, status]).toEqual([path, 404])
      socket.terminate()
    }
  })

  it('of another protocol is not opened', async () => {
    expect(await Listening.open(app.url, owner.credentials, 'graphql-ws')).toBe(400)
  })

  it('that asks before it says who it is, is closed', async () => {
    const listening = await opened(owner.credentials)
    listening.ask(activityDocument)
    expect(await listening.isClosed()).toBe(4401)
  })

  it('that sends what is no message, or too long a one, is closed', async () => {
    for (const [message, code] of [
      ['{', 4400],
      ['{"type":"nonsense"}', 4400],
      [JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(70_000) } }), 1009],
    ] as const) {
      const listening = await entered()
      listening.send(message)
      expect([message.slice(0, 20), await listening.isClosed()]).toEqual([message.slice(0, 20), code])
    }
  })

  it('that sends more messages than are of any use is closed', async () => {
    const listening = await entered()
    for (let time = 0; time < 150; time += 1) listening.send({ type: 'ping' })
    expect(await listening.isClosed()).toBe(4429)
  })

  it('follows no more than a few subscriptions', async () => {
    const listening = await entered()
    for (let time = 0; time < 6; time += 1) listening.ask(activityDocument)
    expect(await listening.refusal()).toBe('QUERY_TOO_COMPLEX')
    expect(listening.problems).toHaveLength(1)
  })

  it.each([
    ['a query', '{ viewer { id } }', 'BAD_USER_INPUT'],
    ['a mutation', 'mutation { updateOrganization(input: { name: "Taken" }) { organization { id } } }', 'BAD_USER_INPUT'],
    ['nonsense', 'subscription {', 'BAD_USER_INPUT'],
    ['what is not there', 'subscription { activities { id } }', 'BAD_USER_INPUT'],
    ['two root fields', 'subscription { one: activity { kind } two: activity { kind } }', 'BAD_USER_INPUT'],
    [
      'what is too deep',
      'subscription { activity { event { lead { events { lead { events { lead { events { lead { events { id } } } } } } } } } } }',
      'QUERY_TOO_COMPLEX',
    ],
    [
      'too much',
      `subscription { activity { ${Array.from({ length: 16 }, (_, nth) => `e${nth}: event { id }`).join(' ')} } }`,
      'QUERY_TOO_COMPLEX',
    ],
  ])('is refused %s', async (_what, document, code) => {
    const listening = await entered()
    listening.ask(document)
    expect(await listening.refusal()).toBe(code)
    expect(listening.problems.every(({ extensions }) => typeof extensions.requestId === 'string')).toBe(true)
  })

  it('is one of so many that a caller may have', async () => {
    const { person } = await makeKey(app, owner, ['events:read'])
    for (let nth = 0; nth < socketLimits.ofCaller; nth += 1) await entered(person)
    const oneMore = await opened(person.credentials)
    expect(await oneMore.enter()).toBe(false)
    expect(await oneMore.isClosed()).toBe(1013)
    open.shift()?.end()
    // Somebody else has room, and so have they once one is closed.
    await entered()
    for (;;) {
      const again = await opened(person.credentials)
      if (await again.enter()) break
    }
  })

  it('is one of so many that an address may have', async () => {
    let count = 0
    for (;;) {
      const listening = await Listening.open(app.url)
      if (typeof listening === 'number') {
        expect(listening).toBe(429)
        break
      }
      open.push(listening)
      count += 1
    }
    // Those of the tests before may still be closing.
    expect(count).toBeLessThanOrEqual(socketLimits.ofAddress)
    expect(count).toBeGreaterThan(socketLimits.ofCaller)
  })
})

it('a subscription that is posted is told where to ask', async () => {
  const problem = await owner.refused('subscription { activity { kind } }')
  expect([problem.extensions.code, problem.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('graphql-transport-ws')])
})
