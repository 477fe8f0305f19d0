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
    limited: false,
  })
})
afterAll(async () => {
  await server.stop()
  await data.close()
})

it('each attempt to sign in is a security event with its address, its outcome and its request, and says nothing of whom it was about', async () => {
  const credentials = { email: 'ada@northlight.example', password: 'correct horse battery' }
  const post = (path: string, body: object, id: string) =>
    fetch(`${server.url.replace('localhost', '127.0.0.1')}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, 'x-request-id': id },
      body: JSON.stringify(body),
    })
  await post('/sign-up/email', { name: 'Ada', ...credentials }, 'request-up')
  await data.owner`update auth.users set email_verified = true`
  await post('/sign-in/email', { ...credentials, password: 'a guess at it' }, 'request-bad')
  await post('/sign-in/email', credentials, 'request-good')
  const events = lines.filter(({ security }) => security === true)
  expect(events.map(({ path, status, requestId, address }) => [path, status, requestId, address])).toEqual([
    ['/sign-up/email', 200, 'request-up', '127.0.0.1'],
    ['/sign-in/email', 401, 'request-bad', '127.0.0.1'],
    ['/sign-in/email', 200, 'request-good', '127.0.0.1'],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/ada@|horse|guess/)
})
