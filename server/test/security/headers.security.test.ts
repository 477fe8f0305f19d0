import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHttp } from '../../src/app/http/build-http.ts'
import { type Listener, openListener } from '../../src/app/http/listener.ts'
import type { Handler } from '../../src/app/http/request.ts'
import { staticWeb } from '../../src/app/http/static-web.ts'
import { type RunningApp, startApp } from '../running-app.ts'

const quiet = pino({ level: 'silent' })
const broken: Handler = () => Promise.reject(new Error('broken'))

/** The web app’s files and a handler that fails, served as the server serves them. */
async function startWeb(folder: string, overHttps: boolean): Promise<Listener & { url: string }> {
  const listener = await openListener('127.0.0.1', 0)
  const web = staticWeb(folder)
  const rest = { graphql: broken, auth: broken, webhooks: broken, readiness: broken, health: broken, portal: broken, mailbox: broken }
  listener.serve(buildHttp({ ...rest, web, logger: quiet, trustedProxies: 0, overHttps }))
  return { ...listener, url: `http://127.0.0.1:${listener.port}` }
}

let folder: string
let web: Awaited<ReturnType<typeof startWeb>>
let webOverHttps: Awaited<ReturnType<typeof startWeb>>
let app: RunningApp
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinch-web-'))
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Clinch</title>')
  writeFileSync(path.join(folder, 'assets/index-abc.js'), 'export {}')
  ;[web, webOverHttps, app] = await Promise.all([startWeb(folder, false), startWeb(folder, true), startApp()])
})
afterAll(async () => {
  await Promise.all([web.close(), webOverHttps.close(), app.close()])
  rmSync(folder, { recursive: true })
})

const get = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init })
const json = { 'content-type': 'application/json' }
const post = (url: string, body: string, headers: Record<string, string> = json) => get(url, { method: 'POST', body, headers })
const nowhere = '01a1fd02-c2cc-731e-ab89-c0b857ddc95b'

/** Every kind of answer that there is, and its status. */
const answers: readonly (readonly [string, number, () => Promise<Response>])[] = [
  ['a page', 200, () => get(`${web.url}/calls`)],
  ['a file of a page', 200, () => get(`${web.url}/assets/index-abc.js`)],
  ['a file that is not there', 404, () => get(`${web.url}/assets/none.js`)],
  ['a page that is posted to', 405, () => post(`${web.url}/calls`, '{}')],
  ['a mistake of ours', 500, () => get(`${web.url}/healthz`)],
  ['an answer of the API', 200, () => post(`${app.url}/graphql`, JSON.stringify({ query: '{ viewer { id } }' }))],
  ['a refusal of the API', 200, () => post(`${app.url}/graphql`, JSON.stringify({ query: '{ events { totalCount } }' }))],
  ['an operation that is none', 400, () => post(`${app.url}/graphql`, JSON.stringify({ query: '{ nothing }' }))],
  ['a body that is no JSON', 400, () => post(`${app.url}/graphql`, '{')],
  ['a body that is too long', 413, () => post(`${app.url}/graphql`, ' '.repeat(2_000_000))],
  ['an address of signing in that is off', 404, () => get(`${app.url}/api/auth/get-session`)],
  [
    'a sign-in that failed',
    401,
    () =>
      post(`${app.url}/api/auth/sign-in/email`, JSON.stringify({ email: 'a@b.example', password: 'not the password' }), {
        ...json,
        origin: app.origin,
      }),
  ],
  ['an address of signing in that is none', 404, () => get(`${app.url}/api/auth/nothing`)],
  ['a webhook of nobody', 404, () => post(`${app.url}/webhooks/stripe/${nowhere}`, '{}')],
  ['a webhook that is not posted', 405, () => get(`${app.url}/webhooks/stripe/${nowhere}`)],
  ['the state of health', 200, () => get(`${app.url}/healthz`)],
  ['the state of readiness', 200, () => get(`${app.url}/readyz`)],
]

describe('every kind of answer', () => {
  it.each(answers)('%s (%i) has the headers that keep browsers from doing more with it than is meant', async (what, status, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    const header = (name: string) => answer.headers.get(name)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('x-frame-options')).toBe('DENY')
    expect(header('referrer-policy')).toBe('same-origin')
    expect(header('cross-origin-opener-policy')).toBe('same-origin')
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
    expect(header('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(header('content-security-policy')).toMatch(/^default-src 'none'/)
    if (!what.includes('page')) expect(header('content-security-policy')).not.toContain("'self'")
    if (!what.includes('of a page') && what !== 'a page') expect(header('cache-control')).toContain('no-store')
    expect(header('x-powered-by')).toBeNull()
    expect(header('server')).toBeNull()
    expect(header('access-control-allow-origin')).toBeNull()
    // Only a browser that came by https may be told never to come by http again.
    expect(header('strict-transport-security')).toBeNull()
  })
})

describe('a page', () => {
  it('runs no script and takes no style that stands in it, and loads nothing from elsewhere', async () => {
    const policy = (await get(`${web.url}/`)).headers.get('content-security-policy') ?? ''
    const directives = Object.fromEntries(policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]))
    expect(directives).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    })
    expect(policy).not.toMatch(/unsafe|\*|https?:|nonce|sha\d/)
  })

  it('is asked for anew each time, its hashed files never', async () => {
    expect((await get(`${web.url}/`)).headers.get('cache-control')).toBe('no-cache')
    expect((await get(`${web.url}/assets/index-abc.js`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fetc%2fpasswd.txt', '/assets/../../x.json', '/%00.js', '/.env'])(
    'is all that is to be had by %s',
    async (wanted) => {
      const answer = await get(web.url + wanted)
      expect([200, 404]).toContain(answer.status)
      expect(await answer.text()).toMatch(/<title>Clinch<\/title>|no such file/)
    },
  )
})

describe('a server that browsers reach by https', () => {
  it('says with every answer that it is never to be reached otherwise, for two years, with all under its name', async () => {
    for (const where of ['/', '/assets/index-abc.js', '/assets/none.js', '/healthz', '/graphql', '/webhooks/x'])
      expect([where, (await get(webOverHttps.url + where)).headers.get('strict-transport-security')]).toEqual([
        where,
        'max-age=63072000; includeSubDomains',
      ])
  })
})
