import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createVault } from '../src/kernel/vault.ts'
import { createConnection } from '../src/modules/connections/service/create-connection.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization } from './intake.ts'
import { until } from './until.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const first = 'a1'.repeat(32)
const second = 'b2'.repeat(32)
const stranger = 'ee'.repeat(32)

let test: TestDatabase
let folder: string
const children: ChildProcess[] = []
beforeAll(async () => {
  test = await freshDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'clinch-keys-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await test.close()
})

/** Starts the process that runs the jobs, with these keys. */
function start(keys: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/main/worker.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      LOG_LEVEL: 'error',
      CLINCH_DATA_DIR: folder,
      DATABASE_URL: test.url('owner'),
      DATABASE_APP_URL: test.url('app_user'),
      DATABASE_AUTH_URL: test.url('auth_user'),
      DATABASE_WORKER_URL: test.url('worker'),
      ...keys,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  let complaint = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    /** The one line for which it did not start. */
    async refused(): Promise<string> {
      expect(await ended).toBe(1)
      expect(complaint.trim().split('\n')).toHaveLength(1)
      return complaint.trim()
    },
    async runs(): Promise<void> {
      await until('it runs', () => Promise.resolve(said.includes('Clinch runs jobs')), 30_000)
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    },
  }
}

const everything = () => test.owner`
  select (select jsonb_agg(m order by m.key_version) from vault.master_key_marks m) as marks,
    (select jsonb_agg(s order by s.id) from connection_secrets s) as secrets`
const left = async () => {
  const [row] = await test.owner<{ left: number }[]>`select count(*)::int as left from connection_secrets where sealed not like 'v1.2.%'`
  return row?.left
}

describe('the master key', () => {
  it('leaves its mark in a database that is new, and starts on it again', async () => {
    for (let time = 0; time < 2; time += 1) {
      const server = start({ ENCRYPTION_MASTER_KEY: first })
      await server.runs()
      await server.stop()
    }
    expect(await test.owner`select key_version from vault.master_key_marks`).toEqual([{ key_version: 1 }])
    const admin = adminOf(await makeOrganization(test))
    const vault = createVault({ current: { version: 1, keyHex: first } })
    await as(test.database, admin, (tx) =>
      createConnection({ actor: admin, input: { provider: 'stripe', name: 'Main', webhookSecret: 'whsec_kept' }, tx, vault }),
    )
  }, 60_000)

  const refusals: [string, Record<string, string>, RegExp][] = [
    [
      'that is another one',
      { ENCRYPTION_MASTER_KEY: stranger },
      /ENCRYPTION_MASTER_KEY is not the master key 1 that this database was sealed with/,
    ],
    ['that is missing', {}, /ENCRYPTION_MASTER_KEY is not set, and this database was sealed with a key of its own/],
    [
      'that is new, while the former is still needed and not there',
      { ENCRYPTION_MASTER_KEY: second, ENCRYPTION_MASTER_KEY_VERSION: '2' },
      /1 secrets are still sealed, and \d audit logs signed, with the master key 1, which is not configured: put it into ENCRYPTION_OLD_KEYS as 1:/,
    ],
    [
      'that is new, with a former that is another one',
      { ENCRYPTION_MASTER_KEY: second, ENCRYPTION_MASTER_KEY_VERSION: '2', ENCRYPTION_OLD_KEYS: `1:${stranger}` },
      /ENCRYPTION_OLD_KEYS has another master key 1/,
    ],
  ]
  it.each(refusals)('%s is one clear line, and nothing is lost', async (_what, keys, line) => {
    const before = await everything()
    expect(await start(keys).refused()).toMatch(line)
    expect(await everything()).toEqual(before)
  })

  it('that is new, with the former beside it, seals everything anew; then the former is not needed any more', async () => {
    const both = start({ ENCRYPTION_MASTER_KEY: second, ENCRYPTION_MASTER_KEY_VERSION: '2', ENCRYPTION_OLD_KEYS: `1:${first}` })
    await both.runs()
    await until('all is sealed anew', async () => (await left()) === 0, 20_000)
    await both.stop()
    const alone = start({ ENCRYPTION_MASTER_KEY: second, ENCRYPTION_MASTER_KEY_VERSION: '2' })
    await alone.runs()
    await alone.stop()
    expect(await start({ ENCRYPTION_MASTER_KEY: first }).refused()).toMatch(
      /1 secrets are still sealed, and \d audit logs signed, with the master key 2/,
    )
  }, 60_000)
})
