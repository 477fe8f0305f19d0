import http from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../running-app.ts'
import { cookieOf } from './credentials.ts'

let app: RunningApp
let organizationId: string
let cookie: string
beforeAll(async () => {
  app = await startApp()
  organizationId = (await app.organize('Northlight')).organizationId
  cookie = await cookieOf(app, 'owner1@northlight.example')
})
afterAll(() => app.close())

interface Answered {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** A request whose every header is the sender’s choice, the host’s name among them. */
function request(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url)
    const sent = http.request(
      { hostname, port, method, path, headers: { 'content-length': Buffer.byteLength(body), ...headers } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const tricks: readonly Record<string, string>[] = [
  { host: 'evil.example' },
  { host: 'evil.example:4000', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  {
    'x-forwarded-host': 'evil.example',
    forwarded: 'host=evil.example;proto=https',
    'x-original-host': 'evil.example',
    'x-host': 'evil.example',
  },
  { host: 'localhost@evil.example' },
]
const addresses = /https?:\/\/[^/\s"<)]+/g

describe('links that are sent or shown', () => {
  it.each(tricks.map((trick) => [JSON.stringify(trick), trick] as const))(
    'begin with the server’s own address, whatever %s says',
    async (_said, trick) => {
      const json = { 'content-type': 'application/json', origin: app.origin, ...trick }
      const email = `somebody${tricks.indexOf(trick)}@victim.example`
      const post = (path: string, body: object, headers: Record<string, string> = {}) =>
        request('POST', path, { ...json, ...headers }, JSON.stringify(body))
      await post('/api/auth/sign-up/email', { name: 'Somebody', email, password: 'correct horse battery' })
      await post('/api/auth/request-password-reset', { email: 'owner1@northlight.example', redirectTo: '/reset-password' })
      const asOwner = { cookie, 'x-organization-id': organizationId }
      const ask = async (query: string) => (await post('/graphql', { query }, asOwner)).text
      const shown = [
        await ask(`mutation { inviteMember(input: { email: "invited${email}", role: ADMIN }) { url } }`),
        await ask(`mutation { createConnection(input: { provider: STRIPE, name: "${email}" }) { connection { webhookUrl } } }`),
      ]
      await app.drain()
      const written = app.mailbox.mails().map(({ text }) => text)
      expect(written.length).toBeGreaterThanOrEqual(3)
      for (const text of [...shown, ...written]) {
        expect(text).not.toContain('evil')
        for (const address of text.match(addresses) ?? []) expect(address).toBe(app.origin)
      }
    },
  )
})

describe('a link of ours that says where to go afterwards', () => {
  const treacherous = [
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%5cevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https:evil.example',
    'http://localhost@evil.example',
    'https://clinch.example.evil.example',
  ]

  it.each(treacherous)('never leads to %s', async (target) => {
    const encoded = encodeURIComponent(target)
    for (const path of [
      `/api/auth/verify-email?token=none&callbackURL=${encoded}`,
      `/api/auth/confirm-sign-up?token=none&callbackURL=${encoded}`,
      `/confirm?next=${encoded}`,
      `/api/auth/reset-password/none?callbackURL=${encoded}`,
      `/api/auth/sign-out?callbackURL=${encoded}`,
      `/api/auth/error?callbackURL=${encoded}`,
    ]) {
      const answer = await request('GET', path, {})
      const where = answer.headers.location
      if (where === undefined) continue
      expect([path, new URL(where, app.origin).origin]).toEqual([path, app.origin])
    }
  })

  /** Browsers take these for addresses elsewhere; the others for odd paths of ours. */
  const elsewhere = treacherous.filter((target) => new URL(target, 'http://localhost:4000').origin !== 'http://localhost:4000')
  it.each(elsewhere)('is refused when asked for with %s', async (target) => {
    const json = { 'content-type': 'application/json', origin: app.origin }
    for (const [path, body] of [
      ['/api/auth/sign-in/email', { email: 'owner1@northlight.example', password: 'correct horse battery', callbackURL: target }],
      ['/api/auth/sign-up/email', { name: 'X', email: 'x@victim.example', password: 'correct horse battery', callbackURL: target }],
      ['/api/auth/send-verification-email', { email: 'x@victim.example', callbackURL: target }],
      ['/api/auth/request-password-reset', { email: 'owner1@northlight.example', redirectTo: target }],
    ] as const) {
      const answer = await request('POST', path, json, JSON.stringify(body))
      expect([path, answer.status]).toEqual([path, 403])
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.headers.location).toBeUndefined()
    }
    await app.drain()
    expect(JSON.stringify(app.mailbox.mails())).not.toContain('evil')
  })

  it('may be a page of ours', async () => {
    const json = { 'content-type': 'application/json', origin: app.origin }
    const body = { email: 'owner1@northlight.example', password: 'correct horse battery', callbackURL: '/payments' }
    expect((await request('POST', '/api/auth/sign-in/email', json, JSON.stringify(body))).status).toBe(200)
  })

  it('is not made by a path that looks like an address', async () => {
    for (const path of ['//evil.example', '//evil.example/%2e%2e', '/\\evil.example', '/https://evil.example'])
      expect([path, (await request('GET', path, {})).headers.location]).toEqual([path, undefined])
  })
})
