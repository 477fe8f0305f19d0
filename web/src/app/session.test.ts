import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setPageAddress } from '../test/browser.ts'
import { beginVisit, seenKey } from '../lib/portal-visit.ts'
import { confirmSignIn, confirmSignUp, sendVerification, signIn, signOut, signUp } from './session.ts'

interface Received {
  path: string | undefined
  body: string
}

let server: Server
let received: Received[]
let answer: { status: number; headers?: Record<string, string>; body: string }

const respond = (request: IncomingMessage, response: ServerResponse) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    received.push({ path: request.url, body })
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body)
  })
}

beforeEach(async () => {
  received = []
  answer = { status: 200, body: '{}' }
  server = createServer(respond)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  setPageAddress(`http://127.0.0.1:${address.port}/sign-in`)
})

afterEach(() => new Promise<void>((closed) => server.close(() => closed())))

describe('the session', () => {
  it('signs in, up and out where the server keeps accounts', async () => {
    await expect(signIn({ email: 'nora@example.com', password: 'correct-horse' })).resolves.toEqual({
      ok: true,
      secondFactor: false,
    })
    await signUp({ name: 'Nora', email: 'nora@example.com', password: 'correct-horse', next: '/calls?tab=overdue' })
    await signOut()
    expect(received.map(({ path }) => path)).toEqual([
      '/api/auth/sign-in/email',
      '/api/auth/sign-up/email',
      '/api/auth/sign-out',
    ])
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({ email: 'nora@example.com', password: 'correct-horse' })
    expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({
      callbackURL: '/calls?tab=overdue',
    })
  })

  it('asks for the second step where the account has one, by either kind of code', async () => {
    answer = { status: 200, body: '{"twoFactorRedirect":true,"twoFactorMethods":["totp"]}' }
    await expect(signIn({ email: 'a@b.co', password: 'x' })).resolves.toEqual({ ok: true, secondFactor: true })
    await confirmSignIn({ code: '123456', kind: 'totp', trustDevice: true })
    await confirmSignIn({ code: 'abc-def', kind: 'recovery', trustDevice: false })
    expect(received.slice(1).map(({ path, body }) => [path, JSON.parse(body) as unknown])).toEqual([
      ['/api/auth/two-factor/verify-totp', { code: '123456', trustDevice: true }],
      ['/api/auth/two-factor/verify-backup-code', { code: 'abc-def', trustDevice: false }],
    ])
  })

  it('leads on from a mail to what was asked for', async () => {
    await sendVerification('a@b.co', '/calls')
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({ email: 'a@b.co', callbackURL: '/calls' })
  })

  it('begins with a confirmed sign-up as with any other way in: what the device kept of whoever was here before is forgotten', async () => {
    beginVisit()
    localStorage.setItem(seenKey, 'of somebody else')
    answer = { status: 401, body: '{"code":"PASSWORD_NEEDED"}' }
    await expect(confirmSignUp({ token: 't' })).resolves.toMatchObject({ ok: false, code: 'PASSWORD_NEEDED' })
    expect(localStorage.getItem(seenKey)).toBe('of somebody else')
    answer = { status: 200, body: '{"email":"a@b.co"}' }
    await expect(confirmSignUp({ token: 't', password: 'x' })).resolves.toEqual({ ok: true, email: 'a@b.co' })
    expect(localStorage.getItem(seenKey)).toBeNull()
    expect(received.map(({ path, body }) => [path, JSON.parse(body) as unknown])).toEqual([
      ['/api/auth/confirm-sign-up', { token: 't' }],
      ['/api/auth/confirm-sign-up', { token: 't', password: 'x' }],
    ])
  })

  it('says in plain words why it is refused, at the field that it concerns', async () => {
    answer = { status: 401, body: '{"code":"INVALID_EMAIL_OR_PASSWORD"}' }
    await expect(signIn({ email: 'a@b.co', password: 'x' })).resolves.toMatchObject({
      ok: false,
      message: 'Email and password do not match an account',
    })
    answer = { status: 400, body: '{"code":"PASSWORD_TOO_SHORT"}' }
    await expect(signUp({ name: 'A', email: 'a@b.co', password: 'x', next: '/' })).resolves.toMatchObject({
      ok: false,
      field: 'password',
    })
  })

  it('has no words of its own for an address that is known', async () => {
    answer = { status: 422, body: '{"code":"USER_ALREADY_EXISTS"}' }
    await expect(signUp({ name: 'A', email: 'a@b.co', password: 'x', next: '/' })).resolves.toMatchObject({
      ok: false,
      message: 'Something went wrong on our side. Try again in a minute',
    })
  })

  it('says how long to wait after too many tries', async () => {
    answer = { status: 429, headers: { 'x-retry-after': '10' }, body: '{}' }
    const tried = () => signIn({ email: 'a@b.co', password: 'x' })
    await expect(tried()).resolves.toMatchObject({ ok: false, message: 'Too many tries. Try again in 10 s' })
    answer = { status: 429, headers: { 'retry-after': '900' }, body: '{}' }
    await expect(tried()).resolves.toMatchObject({ ok: false, message: 'Too many tries. Try again in 15 min' })
  })

  it('blames neither the person nor the network for what is not understood', async () => {
    answer = { status: 502, body: '<html>' }
    await expect(signOut()).resolves.toMatchObject({
      ok: false,
      message: 'Something went wrong on our side. Try again in a minute',
    })
  })

  it('says so when the server cannot be reached', async () => {
    await new Promise<void>((closed) => server.close(() => closed()))
    await expect(signOut()).resolves.toMatchObject({
      ok: false,
      message: 'The server could not be reached. Check your connection, then try again',
    })
    server = createServer(respond).listen(0)
  })
})
