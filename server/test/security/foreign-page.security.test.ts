import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../running-app.ts'
import { Watch } from './checksum.ts'
import { cookieOf } from './credentials.ts'

const elsewhere = 'https://evil.example'
const mutation = 'mutation { createTrafficType(input: { name: "Stolen" }) { trafficType { id } } }'

let app: RunningApp
let organizationId: string
let cookie: string
let watch: Watch
beforeAll(async () => {
  app = await startApp()
  organizationId = (await app.organize('Northlight')).organizationId
  cookie = await cookieOf(app, 'owner1@northlight.example')
  watch = await Watch.over(app.data.owner, [organizationId])
})
afterAll(() => app.close())

/** A request as the owner’s browser sends it along with their cookie. */
const browse = (path: string, init: Omit<RequestInit, 'headers'> & { headers: Record<string, string | undefined> }) =>
  fetch(app.url + path, {
    redirect: 'manual',
    ...init,
    headers: Object.entries<string | undefined>({ cookie, ...init.headers }).filter(
      (each): each is [string, string] => each[1] !== undefined,
    ),
  })

/** What a browser says of itself for a page of another site. */
const fromElsewhere = { origin: elsewhere, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
/** The kinds of content that a page may post anywhere without asking first. */
const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'] as const

describe('a page of another site, in the browser of somebody who is signed in', () => {
  it.each(simple)('changes nothing through the API by posting %s, whatever else it sends', async (type) => {
    const bodies = [
      JSON.stringify({ query: mutation }),
      `query=${encodeURIComponent(mutation)}`,
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${mutation}\r\n--x--`,
    ]
    for (const body of bodies) {
      for (const headers of [fromElsewhere, { origin: elsewhere }, {}]) {
        const answer = await browse('/graphql', { method: 'POST', body, headers: { 'content-type': type, ...headers } })
        expect([400, 403]).toContain(answer.status)
        await answer.text()
      }
    }
    expect(await watch.changed()).toEqual([])
  })

  it('changes and reads nothing by an address', async () => {
    for (const query of [mutation, '{ viewer { id } }']) {
      for (const headers of [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, {}]) {
        const answer = await browse(`/graphql?query=${encodeURIComponent(query)}`, { headers })
        expect([400, 403, 405]).toContain(answer.status)
        expect(await answer.text()).not.toContain('"data":{')
      }
    }
    expect(await watch.changed()).toEqual([])
  })

  it('is not asked to use the cookie for JSON either, from wherever under the same name it comes', async () => {
    for (const relation of ['cross-site', 'same-site']) {
      const answer = await browse('/graphql', {
        method: 'POST',
        body: JSON.stringify({ query: mutation }),
        headers: { 'content-type': 'application/json', origin: elsewhere, 'sec-fetch-site': relation },
      })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    }
    expect(await watch.changed()).toEqual([])
  })

  const endings = [
    ['/api/auth/sign-out', {}],
    ['/api/auth/update-user', { name: 'Mallory' }],
    ['/api/auth/change-password', { currentPassword: 'correct horse battery', newPassword: 'another horse battery' }],
    ['/api/auth/two-factor/enable', { password: 'correct horse battery' }],
    ['/api/auth/sign-in/email', { email: 'owner1@northlight.example', password: 'correct horse battery' }],
    ['/api/auth/sign-up/email', { email: 'x@evil.example', name: 'X', password: 'correct horse battery' }],
    ['/api/auth/confirm-sign-up', { token: 'of a stranger' }],
    ['/api/auth/request-password-reset', { email: 'owner1@northlight.example' }],
    ['/portal/session', { token: 'portal_of_nobody' }],
    ['/portal/session/end', {}],
  ] as const
  it.each(endings)('gets nothing done at %s', async (path, body) => {
    const as = (type: string, text: string, headers: object) =>
      browse(path, { method: 'POST', body: text, headers: { 'content-type': type, ...headers } })
    const json = JSON.stringify(body)
    for (const answer of [
      await as('application/json', json, fromElsewhere),
      await as('text/plain', json, fromElsewhere),
      await as('application/x-www-form-urlencoded', new URLSearchParams(body).toString(), fromElsewhere),
      await as('application/json', json, { origin: 'null' }),
      await as('application/json', json, { origin: `${app.origin}.evil.example` }),
    ]) {
      expect([path, answer.status]).toEqual([path, expect.toSatisfy((status: number) => status === 403 || status === 415)])
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    // Nobody was signed out, and nobody’s name or password is another.
    const { data } = (await (
      await browse('/graphql', {
        method: 'POST',
        body: JSON.stringify({ query: '{ viewer { name } }' }),
        headers: { 'content-type': 'application/json' },
      })
    ).json()) as { data: object }
    expect(data).toEqual({ viewer: { name: 'Olive Owner' } })
  })
})

describe('what another site is told', () => {
  const everywhere = [
    '/graphql',
    '/api/auth/get-session',
    '/api/auth/sign-in/email',
    '/portal/session',
    '/webhooks/stripe/x',
    '/healthz',
    '/',
  ]

  it.each(everywhere)('by %s is that it may not ask', async (path) => {
    const answer = await fetch(app.url + path, {
      method: 'OPTIONS',
      headers: {
        origin: elsewhere,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization,x-organization-id',
      },
    })
    const said = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))
    expect(said).toEqual([])
  })

  it('in an answer is nothing that a browser would let it read', async () => {
    for (const origin of [elsewhere, 'null', app.origin]) {
      for (const path of everywhere) {
        const answer = await browse(path, { headers: { origin } })
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
        expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      }
    }
  })
})

describe('a program of a partner', () => {
  it('needs no leave of that kind: its key is all, from wherever it asks', async () => {
    const owner = app.anonymous.with({ cookie, 'x-organization-id': organizationId })
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "Partner", scopes: [EVENTS_READ] }) { secret } }',
    )
    const answer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${createApiKey.secret}`, origin: elsewhere },
      body: JSON.stringify({ query: '{ events { totalCount } }' }),
    })
    expect(await answer.json()).toEqual({ data: { events: { totalCount: 0 } } })
  })
})
