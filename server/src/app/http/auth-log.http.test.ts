import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { testVault } from '../../../test/job-services.ts'
import { type RunningServer, startServer } from '../../main/start-server.ts'

let data: TestDatabase
let server: RunningServer
const lines: Record<string, unknown>[] = []

beforeAll(async () => {
  data = await freshDatabase()
  server = await startServer({
    appUrl: data.url('app_user'),
    authUrl: data.url('auth_user'),
    pool: 4,
    port: 0,
    host: '127.0.0.1',
    publicUrl: undefined,
    vault: testVault,
    authSecret: 'a secret of the tests, long enough',
    trustedProxies: 0,
    logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }),
    limited: true,
  })
})
afterAll(async () => {
  await server.stop()
  await data.close()
})

const post = (path: string, body: object, id: string) =>
  fetch(server.url.replace('localhost', '127.0.0.1') + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, 'x-request-id': id },
    body: JSON.stringify(body),
  })

it('each attempt to sign in is a security event with its address, its outcome and its request, and says nothing of whom it was about', async () => {
  const credentials = { email: 'ada@northlight.example', password: 'correct horse battery' }
  await post('/api/auth/sign-up/email', { name: 'Ada', ...credentials }, 'request-up')
  await data.owner`update auth.users set email_verified = true`
  await post('/api/auth/sign-in/email', { ...credentials, password: 'a guess at it' }, 'request-bad')
  await post('/api/auth/sign-in/email', credentials, 'request-good')
  const events = lines.filter(({ security }) => security === true)
  expect(events.map(({ path, status, requestId, address }) => [path, status, requestId, address])).toEqual([
    ['/sign-up/email', 200, 'request-up', '127.0.0.1'],
    ['/sign-in/email', 401, 'request-bad', '127.0.0.1'],
    ['/sign-in/email', 200, 'request-good', '127.0.0.1'],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/ada@|horse|guess/)
})

it.each([
  ['/api/auth/reset-password', { token: 'nonsense', newPassword: 'long enough a password' }, 20],
  ['/portal/session', { token: 'nonsense' }, 30],
])('attempts at %s beyond their limit are one security event, however many there are', async (path, body, most) => {
  lines.length = 0
  const statuses: number[] = []
  for (let time = 0; time < most + 15; time += 1) statuses.push((await post(path, body, `request-${time}`)).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  expect(lines.filter(({ limit }) => limit !== undefined)).toEqual([
    expect.objectContaining({
      security: true,
      limit: path.replace('/api/auth', ''),
      who: 'address:127.0.0.1',
      address: '127.0.0.1',
      requestId: `request-${most}`,
    }),
  ])
})
