import { migrate } from '@clinch/drizzle/migrate'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres.ts'
import { createDatabase } from '../../src/database/tenant-transaction.ts'
import type { TestDatabase } from '../database.ts'
import { until } from '../until.ts'

/** Kills a process; false where it has ended by itself meanwhile, as sessions of servers do that are killed. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** A database on a server of its own, which may crash without taking other tests with it. */
export interface OwnDatabase extends TestDatabase {
  /** Stops the server and starts it anew, on the same port. */
  restart(): Promise<void>
  /** Kills one of its processes as the kernel would when memory runs out: it ends every session, and recovers from its log. */
  crash(): Promise<void>
}

export async function ownDatabase(): Promise<OwnDatabase> {
  const base = mkdtempSync(path.join(os.tmpdir(), 'clinch-stories-'))
  // The unprivileged user that PostgreSQL runs as must be able to walk through.
  chmodSync(base, 0o755)
  const directory = path.join(base, 'data')
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ directory, durable: false })
  const url: TestDatabase['url'] = (role) => server.url('clinch', role === 'owner' ? 'postgres' : role)
  const admin = postgres(server.url(), { max: 1, onnotice: () => undefined })
  await admin.unsafe('create database clinch')
  await admin.end()
  await migrate({ ownerUrl: url('owner'), workerUrl: url('worker') })
  const owner = postgres(url('owner'), { max: 2, onnotice: () => undefined })
  // The process may crash, not the machine: so much safety is enough for what was stored to be there afterwards.
  for (const role of ['app_user', 'auth_user', 'worker']) await owner.unsafe(`alter role ${role} set synchronous_commit = on`)
  const database = createDatabase({ url: url('app_user'), max: 4 })
  const isUp = () => owner`select 1`.then(() => true).catch(() => false)
  return {
    name: 'clinch',
    url,
    owner,
    database,
    async restart() {
      await server.stop()
      server = await startEmbeddedPostgres({ directory, durable: false, port: server.port })
      await until('the database is up', isUp)
    },
    async crash() {
      const sessions = await owner<{ pid: number }[]>`select pid from pg_stat_activity where usename = 'app_user' order by backend_start`
      if (!sessions.some(({ pid }) => kill(pid))) return
      await until('the database has recovered', isUp)
    },
    async close() {
      await database.close(0)
      await owner.end()
      await server.stop()
      rmSync(base, { recursive: true, force: true })
    },
  }
}
