import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src/main/start-server.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { testVault } from '../job-services.ts'

const publicUrl = 'https://clinch.example'
const password = 'correct horse battery'
const credentials = { email: 'ada@northlight.example', password }

let data: TestDatabase
let server: RunningServer
let url: string
beforeAll(async () => {
  data = await freshDatabase()
  server = await startServer({
    appUrl: data.url('app_user'),
    authUrl: data.url('auth_user'),
    pool: 4,
    port: 0,
    host: '127.0.0.1',
    publicUrl,
    vault: testVault,
    authSecret: 'a secret of the tests, long enough',
    trustedProxies: 0,
    logger: pino({ level: 'silent' }),
    limited: false,
  })
  url = `http://127.0.0.1:${server.port}`
  await post('/api/auth/sign-up/email', { name: 'Ada', ...credentials })
  await data.owner`update auth.users set email_verified = true`
})
afterAll(async () => {
  await server.stop()
  await data.close()
})

const post = (path: string, body: object, headers: object = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl, ...headers },
    body: JSON.stringify(body),
  })
const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().map((text) => {
    const [pair = '', ...attributes] = text.split('; ')
    const [name = '', value = ''] = pair.split('=')
    return { name, value, attributes: attributes.map((each) => each.toLowerCase()) }
  })

describe('the cookie of a session, on a server that browsers reach by https', () => {
  it('is out of reach of scripts, of other sites and of plain http, and for this host alone', async () => {
    const cookies = cookiesOf(await post('/api/auth/sign-in/email', credentials))
    expect(cookies.map(({ name }) => name)).toContain('__Host-clinch.session_token')
    for (const { name, attributes } of cookies) {
      expect(name).toMatch(/^__Host-/)
      expect([name, attributes]).toEqual([name, expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/'])])
      expect(attributes.some((each) => each.startsWith('domain'))).toBe(false)
    }
  })

  it('and that of who signed up is so as well, is a new one each time, and is the same for an address that is known', async () => {
    const named = async (email: string) => cookiesOf(await post('/api/auth/sign-up/email', { name: 'Ada', email, password }))
    const cookies = [
      ...(await named('new@northlight.example')),
      ...(await named('new@northlight.example')),
      ...(await named(credentials.email)),
    ]
    expect(cookies.map(({ name }) => name)).toEqual(Array.from({ length: 3 }, () => '__Host-clinch.sign_up'))
    expect(new Set(cookies.map(({ value }) => value)).size).toBe(3)
    for (const { attributes } of cookies)
      expect(attributes.toSorted()).toEqual(['httponly', 'max-age=3600', 'path=/', 'samesite=lax', 'secure'])
  })

  it('ends with what its browser is told, and is no good afterwards', async () => {
    const [session] = cookiesOf(await post('/api/auth/sign-in/email', credentials))
    const cookie = `${session?.name}=${session?.value}`
    const viewer = async () => {
      const answer = await post('/graphql', { query: '{ viewer { name } }' }, { cookie })
      return ((await answer.json()) as { data: object }).data
    }
    expect(await viewer()).toEqual({ viewer: { name: 'Ada' } })
    const signedOut = cookiesOf(await post('/api/auth/sign-out', {}, { cookie }))
    expect(signedOut.find(({ name }) => name === session?.name)).toMatchObject({
      value: '',
      attributes: expect.arrayContaining(['max-age=0']),
    })
    expect(await viewer()).toEqual({ viewer: null })
  })

  it('is a new one with each sign-in, whatever cookie the browser came with', async () => {
    const [first] = cookiesOf(await post('/api/auth/sign-in/email', credentials))
    const chosen = `${first?.name}=chosen-by-somebody-else.c2lnbmF0dXJl`
    const [second] = cookiesOf(await post('/api/auth/sign-in/email', credentials, { cookie: chosen }))
    expect(second?.value).not.toBe(first?.value)
    expect(second?.value).not.toContain('chosen')
  })

  it('holds nothing but a random name and its signature, and a changed one is nobody’s', async () => {
    const [session] = cookiesOf(await post('/api/auth/sign-in/email', credentials))
    const value = decodeURIComponent(session?.value ?? '')
    expect(value).toMatch(/^[A-Za-z0-9]{32,}\.[A-Za-z0-9+/]{43}=$/)
    for (const changed of [value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')), value.split('.')[0] ?? '', `${value}x`]) {
      const answer = await post('/graphql', { query: '{ viewer { name } }' }, { cookie: `${session?.name}=${encodeURIComponent(changed)}` })
      expect(await answer.json()).toMatchObject({ data: { viewer: null } })
    }
  })

  it('is stored by no answer of the API: nothing that it says is kept by anybody between', async () => {
    const answer = await post('/api/auth/sign-in/email', credentials)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await answer.text()).not.toContain(cookiesOf(answer)[0]?.value.split('.')[0] ?? 'none')
  })
})

describe('the cookie of a portal, on a server that browsers reach by https', () => {
  /** Asks the API with a cookie; what it is about is taken to succeed. */
  const ask = async <Data>(cookie: string, query: string, headers: object = {}): Promise<Data> =>
    ((await (await post('/graphql', { query }, { cookie, ...headers })).json()) as { data: Data }).data

  it('is for this very host alone, by its name too, and no other name is taken for it', async () => {
    const [session] = cookiesOf(await post('/api/auth/sign-in/email', credentials))
    const owner = `${session?.name}=${session?.value}`
    await ask(owner, 'mutation { createOrganization(input: { name: "N", timeZone: "UTC", currency: "USD" }) { organization { id } } }')
    const made = await ask<{ createCloser: { closer: { id: string } } }>(
      owner,
      'mutation { createCloser(input: { name: "Maya" }) { closer { id } } }',
    )
    const linked = await ask<{ createPortalLink: { url: string } }>(
      owner,
      `mutation { createPortalLink(input: { closerId: "${made.createCloser.closer.id}" }) { url } }`,
    )
    const opened = await post('/portal/session', { token: new URL(linked.createPortalLink.url).hash.slice(1) })
    const [cookie] = cookiesOf(opened)
    expect(cookie?.name).toBe('__Host-clinch_portal')
    expect(cookie?.attributes).toEqual(expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/']))
    expect(cookie?.attributes.some((each) => each.startsWith('domain'))).toBe(false)
    const kindOf = (name: string) => ask(`${name}=${cookie?.value}`, '{ viewer { kind } }', { 'x-portal': '1' })
    expect(await kindOf('__Host-clinch_portal')).toEqual({ viewer: { kind: 'PORTAL' } })
    expect(await kindOf('clinch_portal')).toEqual({ viewer: null })
  })
})
