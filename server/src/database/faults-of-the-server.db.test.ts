import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limits, marksTable, untilAllIdle, untilAllLent } from '../../test/faulty-database.ts'
import { type MarkingLoad, startMarkingLoad } from '../../test/marking-load.ts'
import { until } from '../../test/until.ts'
import { recordUncaught } from '../../test/within.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import type { Database } from './tx.ts'
import { createDatabase } from './tenant-transaction.ts'

/** A server of this test's own: the others' goes on. */
const base = mkdtempSync(path.join(os.tmpdir(), 'clinch-restart-'))
let server: EmbeddedPostgres
let database: Database
let load: MarkingLoad
let uncaught: ReturnType<typeof recordUncaught>

beforeAll(async () => {
  chmodSync(base, 0o755)
  server = await start()
  await asOwner((owner) => owner.unsafe(`create role app_user login; ${marksTable}; ${surviveCrashes}`))
  database = createDatabase({ ...limits, url: server.url('postgres', 'app_user') })
})
beforeEach(async () => {
  await asOwner((owner) => owner`truncate marks`)
  uncaught = recordUncaught()
  load = startMarkingLoad(database)
})
afterEach(async () => {
  await load.stop()
  uncaught.stop()
})
afterAll(async () => {
  await database.close(0)
  await server.stop()
  rmSync(base, { recursive: true, force: true })
})

/** The process may crash, not the machine: so much safety is enough for what was stored to be there afterwards. */
const surviveCrashes = 'alter role app_user set synchronous_commit = on'

/** At the port of before, once there was one. */
const start = (port?: number): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ directory: path.join(base, 'data'), durable: false, ...(port === undefined ? {} : { port }) })

async function asOwner<Result>(work: (owner: postgres.Sql) => Promise<Result>): Promise<Result> {
  const owner = postgres(server.url(), { max: 1, onnotice: () => undefined })
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

async function isUp(): Promise<boolean> {
  try {
    await asOwner((owner) => owner`select 1`)
    return true
  } catch {
    return false
  }
}

/** Kills one server process as the kernel does when memory runs out: PostgreSQL then ends every session, and recovers from its log. */
async function crash(): Promise<void> {
  const sessions = await asOwner((owner) => owner<{ pid: number }[]>`select pid from pg_stat_activity where usename = 'app_user' limit 1`)
  for (const { pid } of sessions) process.kill(pid, 'SIGKILL')
  expect(sessions).toHaveLength(1)
}

const strikes: readonly (readonly [name: string, strike: () => Promise<void>])[] = [
  [
    'a restart of the server',
    async () => {
      const { port } = server
      await server.stop()
      await load.refusals(20)
      server = await start(port)
    },
  ],
  [
    'two restarts, one upon the other',
    async () => {
      for (let time = 0; time < 2; time += 1) {
        const { port } = server
        await server.stop()
        server = await start(port)
      }
    },
  ],
  [
    'a crash of the server',
    async () => {
      // Counted from before it: those that it refuses may all be answered while it is being brought about.
      const felt = load.refusals(1)
      await Promise.all([crash(), felt])
      await until('the server has recovered', isUp)
    },
  ],
]

describe('every caller is answered, nothing is half done, and the pool comes back to full size after', () => {
  for (const [name, strike] of strikes) {
    it(name, async () => {
      await load.progress(15)
      await strike()
      await untilAllLent(database)
      await load.progress(15)
      await load.stop()
      // PostgreSQL may give the id of a transaction that it lost in a crash to another: what became of it cannot be asked then.
      await asOwner((owner) => load.judge(owner, { afterCrash: name === 'a crash of the server' }))
      await untilAllIdle(database)
      expect(uncaught.seen).toEqual([])
    })
  }
})
