import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from './database.ts'
import { until } from './until.ts'

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))
const root = path.dirname(path.dirname(script))

let test: TestDatabase
let elsewhere: string
const children: ChildProcess[] = []

beforeAll(async () => {
  test = await freshDatabase()
  elsewhere = mkdtempSync(path.join(tmpdir(), 'clinch-elsewhere-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  rmSync(elsewhere, { recursive: true })
  await test.close()
})

interface Ran {
  child: ChildProcess
  said: () => string
  /** What it wrote to its standard error. */
  complaint: () => string
  ended: Promise<number | null>
}

function run(environment: Record<string, string>, command = [process.execPath, script, 'start']): Ran {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: elsewhere,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: elsewhere,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      CLINCH_DATA_DIR: elsewhere,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  let complaint = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  return { child, said: () => said, complaint: () => complaint.trim(), ended: new Promise((resolve) => child.once('exit', resolve)) }
}

const withDatabase = () => ({
  DATABASE_URL: test.url('owner'),
  DATABASE_APP_URL: test.url('app_user'),
  DATABASE_AUTH_URL: test.url('auth_user'),
  DATABASE_WORKER_URL: test.url('worker'),
})

async function ready(ran: Ran): Promise<string> {
  await until('the server is ready', () => Promise.resolve(/ready at \S+/.test(ran.said())), 30_000)
  return (/ready at (\S+)/.exec(ran.said())?.[1] ?? '').replace('localhost', '127.0.0.1')
}

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  )

describe('what keeps the server from starting is one clear line', () => {
  const refusals: [string, Record<string, string>, RegExp][] = [
    ['a port that is no number', { PORT: 'http' }, /PORT .*expected number/],
    [
      'a database that cannot be reached',
      { DATABASE_URL: 'postgres://clinch@127.0.0.1:9/clinch' },
      /The database at DATABASE_URL cannot be reached \(ECONNREFUSED\)\./,
    ],
    ['a production without a database', { NODE_ENV: 'production' }, /In production DATABASE_URL must be set/],
    [
      'a production on the secrets of the demo',
      {
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://clinch@127.0.0.1:9/clinch',
        PUBLIC_URL: 'https://clinch.example',
        ENCRYPTION_MASTER_KEY: 'c11c'.repeat(16),
        AUTH_SECRET: 'a secret of its own, and long enough for it',
      },
      /In production the secrets of the demo are refused/,
    ],
    [
      'a production with nobody to carry its e-mail',
      {
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://clinch@127.0.0.1:9/clinch',
        PUBLIC_URL: 'https://clinch.example',
        ENCRYPTION_MASTER_KEY: 'ab'.repeat(32),
        AUTH_SECRET: 'a secret of its own, and long enough for it',
      },
      /RESEND_API_KEY or SENDGRID_API_KEY must be set/,
    ],
  ]
  it.each(refusals)('%s', async (_what, environment, line) => {
    const ran = run(environment)
    expect(await ran.ended).toBe(1)
    expect(ran.complaint()).toMatch(line)
    expect(ran.complaint().split('\n')).toHaveLength(1)
  })

  it('a port that is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => holder.once('listening', listening))
    const address = holder.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const ran = run({ ...withDatabase(), PORT: String(port) })
    expect(await ran.ended).toBe(1)
    holder.close()
    expect(ran.complaint()).toMatch(new RegExp(`Port ${port} is in use`))
    expect(ran.complaint().split('\n')).toHaveLength(1)
  })
})

describe('with DATABASE_URL', () => {
  it('the server uses that database, seeds nothing, and lets a request finish when it is told to stop', async () => {
    const ran = run(withDatabase())
    const url = await ready(ran)
    expect(await test.owner`select 1 from organizations`).toHaveLength(0)

    const body = JSON.stringify({ query: '{ viewer { id } }' })
    const answered = new Promise<{ status: number; text: string }>((resolve, reject) => {
      const post = request(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      })
      post.on('response', (response) => {
        let text = ''
        response.on('data', (data: Buffer) => (text += data.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      post.on('error', reject)
      // The first half is there when the signal comes; the second follows once nobody new is let in.
      post.write(body.slice(0, 5), () => {
        ran.child.kill('SIGTERM')
        void until('new connections are refused', async () => !(await answers(url))).then(() => post.end(body.slice(5)), reject)
      })
    })
    const { status, text } = await answered
    expect({ status, answer: JSON.parse(text) as unknown }).toEqual({ status: 200, answer: { data: { viewer: null } } })
    expect(await ran.ended).toBe(0)
  })

  it('the server stops when the npm that started it is killed', async () => {
    const ran = run(withDatabase(), ['npm', '--prefix', root, 'start'])
    const url = await ready(ran)
    expect(await answers(url)).toBe(true)
    ran.child.kill('SIGKILL')
    await until('the server is gone', async () => !(await answers(url)))
  })
})

it('a command that does not exist is said so, with those that do', async () => {
  const ran = run({}, [process.execPath, script, 'stat'])
  expect(await ran.ended).toBe(1)
  expect(ran.complaint()).toMatch(/There is no such command: "stat"\. Known are start, dev, test/)
})
