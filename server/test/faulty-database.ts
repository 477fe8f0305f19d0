import { DatabaseUnavailable } from '../src/database/database-errors.ts'
import type { Database } from '../src/database/tx.ts'
import type { SessionSettings } from '../src/database/session-settings.ts'
import { createDatabase, type DatabaseOptions } from '../src/database/tenant-transaction.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'
import { until } from './until.ts'

/** Short, so that a test need not wait long for what it waits for. */
export const limits = { max: 6, deadlineMs: 1_500, queueMs: 700, connectMs: 700 } as const

export const organizations = ['0197a000-0000-7000-8000-00000000000a', '0197a000-0000-7000-8000-00000000000b'] as const

/** A session of the one or the other organization. */
export const settingsOf = (organizationId: string | null = organizations[0]): SessionSettings => ({
  organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: 'job:test',
  requestId: 'test',
})

export interface FaultyDatabase {
  data: TestDatabase
  proxy: FaultyProxy
  /** The app's own role, by way of the proxy. */
  database: Database
  /** Another pool to the same place. */
  another(options?: Partial<DatabaseOptions>): Database
  close(): Promise<void>
}

/**
 * A table of marks, two to a run: who sees one of them alone has found a half-done transaction. It keeps tenants apart as every table
 * does, so a transaction that lost its settings on the way cannot write its second mark.
 */
export const marksTable = `
  create table marks (run bigint, part int, organization_id uuid not null, primary key (run, part));
  alter table marks enable row level security;
  alter table marks force row level security;
  create policy tenant on marks using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
  grant select, insert, update, delete on marks to app_user`

/** A database of the test's own behind a proxy, and a pool with short limits that reaches it through there. */
export async function startFaultyDatabase(options: Partial<DatabaseOptions> = {}): Promise<FaultyDatabase> {
  const data = await freshDatabase()
  await data.owner.unsafe(marksTable)
  const proxy = await startFaultyProxy(data.url('app_user'))
  const databases: Database[] = []
  const another = (more: Partial<DatabaseOptions> = {}) => {
    const database = createDatabase({ ...limits, ...options, ...more, url: proxy.through(data.url('app_user')) })
    databases.push(database)
    return database
  }
  return {
    data,
    proxy,
    database: another(),
    another,
    async close() {
      await Promise.all(databases.map((database) => database.close(0)))
      await proxy.close()
      await data.close()
    },
  }
}

/** Holds as many connections at once as the pool may have, and answers their server processes. */
async function holdAll(database: Database, max: number): Promise<number[]> {
  const pids: number[] = []
  let letGo: () => void = () => undefined
  const allHeld = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const hold = () =>
    database.transaction(
      settingsOf(),
      async (tx) => {
        const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
        if (row) pids.push(row.pid)
        if (pids.length === max) letGo()
        await allHeld
      },
      { readOnly: true },
    )
  try {
    await Promise.all(Array.from({ length: max }, hold))
    return pids
  } finally {
    letGo()
  }
}

/** How soon the pool must be itself again. */
const healedWithinMs = 5_000

/** Waits until the pool lends all its connections at once, whatever else is going on. */
export const untilAllLent = (database: Database, max: number = limits.max): Promise<void> =>
  until(
    'the pool lends all its connections',
    async () => {
      try {
        return new Set(await holdAll(database, max)).size === max
      } catch (error) {
        if (error instanceof DatabaseUnavailable) return false
        throw error
      }
    },
    healedWithinMs,
  )

/** Waits until every connection is back in the pool, and nobody waits for one. */
export const untilAllIdle = (database: Database, open: number = limits.max): Promise<void> =>
  until(
    'all connections are idle',
    async () => {
      const stats = database.stats()
      return stats.open === open && stats.idle === open && stats.waiting === 0
    },
    healedWithinMs,
  )
