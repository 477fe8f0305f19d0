import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest'
import {
  type FaultyDatabase,
  limits,
  organizations,
  settingsOf,
  startFaultyDatabase,
  untilAllIdle,
  untilAllLent,
} from '../../test/faulty-database.ts'
import { isAuthentication, isRowDescription } from '../../test/postgres-messages.ts'
import { until } from '../../test/until.ts'
import { within } from '../../test/within.ts'
import { DatabaseUnavailable } from './database-errors.ts'
import type { Database, OpenTransaction } from './tx.ts'

let test: FaultyDatabase

beforeAll(async () => {
  test = await startFaultyDatabase()
})
afterEach(() => test.proxy.heal())
afterAll(() => test.close())

const readOnly = { readOnly: true }

/** Takes a connection and keeps it. */
async function hold(database: Database): Promise<{ pid: number; open: OpenTransaction }> {
  const open = database.open(settingsOf(), readOnly)
  const [row] = await open.tx.query<{ pid: number }>('select pg_backend_pid() as pid')
  return { pid: row?.pid ?? 0, open }
}

async function pidOf(database: Database): Promise<number> {
  const { pid, open } = await hold(database)
  await open.commit()
  return pid
}

/** Why a call could not be served; in time. */
async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await within('the caller', 3_000, call)
    return 'it was served'
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return error.reason
    throw error
  }
}

const sessions = async (pids: readonly number[]) =>
  (await test.data.owner`select from pg_stat_activity where pid = any(${[...pids]}::int[])`).length

describe('a pool that is exhausted', () => {
  it('tells who waits too long, and forgets them: what comes back later goes to others', async () => {
    const database = test.another({ max: 2, deadlineMs: 5_000 })
    const held = [await hold(database), await hold(database)]
    expect(await reasonOf(pidOf(database))).toBe('queue')
    expect(database.stats()).toEqual({ open: 2, idle: 0, waiting: 0 })
    for (const { open } of held) await open.commit()
    await untilAllLent(database, 2)
    await untilAllIdle(database, 2)
  })

  it('serves who waits in the order of their coming', async () => {
    const database = test.another({ max: 1 })
    const { open } = await hold(database)
    const served: number[] = []
    const waiting = [1, 2, 3, 4].map((n) => pidOf(database).then(() => served.push(n)))
    await until('they wait', async () => database.stats().waiting === 4)
    await open.commit()
    await Promise.all(waiting)
    expect(served).toEqual([1, 2, 3, 4])
  })

  it('never opens more connections than it may', async () => {
    const database = test.another({ max: 3 })
    const before = test.proxy.count()
    const pids = await Promise.all(Array.from({ length: 30 }, () => pidOf(database)))
    expect(new Set(pids).size).toBeLessThanOrEqual(3)
    expect(test.proxy.count() - before).toBeLessThanOrEqual(3)
  })

  it('does not lend a connection that died idle', async () => {
    const database = test.another({ max: 3 })
    await untilAllLent(database, 3)
    await untilAllIdle(database, 3)
    test.proxy.reset()
    await until('the loss is noticed', async () => database.stats().open === 0)
    expect(database.stats()).toEqual({ open: 0, idle: 0, waiting: 0 })
    expect(await Promise.all([1, 2, 3].map(() => reasonOf(pidOf(database))))).toEqual(Array(3).fill('it was served'))
  })

  it('gives a place back when its connection dies on loan', async () => {
    const database = test.another({ max: 1 })
    const { pid } = await hold(database)
    const next = pidOf(database)
    await test.data.owner`select pg_terminate_backend(${pid})`
    expect(await within('the next', 3_000, next)).not.toBe(pid)
  })
})

describe('a loan', () => {
  it('ends at its deadline, and the server is not left working', async () => {
    const database = test.another({ max: 1, deadlineMs: 400 })
    const { pid, open } = await hold(database)
    expect(await reasonOf(open.tx.query('select pg_sleep(60)'))).toBe('deadline')
    await until('the session has ended', async () => (await sessions([pid])) === 0)
    expect(await pidOf(database)).not.toBe(pid)
  })

  it('is ended by the server itself where the network lost it, so its locks do not stay', async () => {
    const database = test.another({ max: 1, deadlineMs: 400 })
    await test.data.owner`insert into marks (run, part, organization_id) values (1, 1, ${organizations[0]})`
    const open = database.open(settingsOf())
    const [row] = await open.tx.query<{ pid: number }>('select pg_backend_pid() as pid from marks for update')
    test.proxy.forget()
    await until('the client has given up', async () => database.stats().open === 0)
    expect(await sessions([row?.pid ?? 0])).toBe(1)
    await until('the server has given up', async () => (await sessions([row?.pid ?? 0])) === 0)
    expect(await database.transaction(settingsOf(), (tx) => tx.query('select run from marks for update'))).toEqual([{ run: 1n }])
  })

  it('counts the time in the queue', async () => {
    const database = test.another({ max: 1, deadlineMs: 5_000, queueMs: 5_000 })
    const { open } = await hold(database)
    const short = database.transaction(settingsOf(), (tx) => tx.query('select 1'), { deadlineMs: 200 })
    expect(await reasonOf(short)).toBe('queue')
    await open.commit()
  })

  it('ends when its caller gives up, waiting or at work', async () => {
    const database = test.another({ max: 1 })
    const { pid, open } = await hold(database)
    const impatient = new AbortController()
    const waiting = database.transaction(settingsOf(), (tx) => tx.query('select 1'), { signal: impatient.signal })
    await until('it waits', async () => database.stats().waiting === 1)
    impatient.abort()
    await open.commit()
    expect(await reasonOf(waiting)).toBe('aborted')
    expect(await pidOf(database)).toBe(pid)

    const leaving = new AbortController()
    const working = database.transaction(settingsOf(), (tx) => tx.query('select pg_sleep(60)'), { signal: leaving.signal })
    await until(
      'it works',
      async () => (await test.data.owner`select from pg_stat_activity where query like 'select pg_sleep%'`).length > 0,
    )
    leaving.abort()
    expect(await reasonOf(working)).toBe('aborted')
    expect(await pidOf(database)).not.toBe(pid)
  })

  it('is not made to who gave up before', async () => {
    const call = test.database.transaction(settingsOf(), (tx) => tx.query('select 1'), { signal: AbortSignal.abort() })
    expect(await reasonOf(call)).toBe('aborted')
  })

  it('of a connection that grew old is its last', async () => {
    const database = test.another({ max: 1, lifetimeMs: -1 })
    const pids = [await pidOf(database), await pidOf(database)]
    expect(new Set(pids).size).toBe(2)
    await until('the server has seen both leave', async () => (await sessions(pids)) === 0)
  })
})

describe('a server that cannot be reached', () => {
  it('is not stormed: after a failed attempt the next callers are refused without one', async () => {
    const database = test.another({ max: 4 })
    test.proxy.loseFrom(isAuthentication, 'cut')
    for (let caller = 0; caller < 300; caller += 1) expect(await reasonOf(pidOf(database))).toBe('connect')
    expect(test.proxy.lost()).toBeLessThan(100)
    await test.proxy.heal()
    await untilAllLent(database, 4)
  })

  it('gives its place back when it falls silent while a connection opens', async () => {
    const database = test.another({ max: 1, connectMs: 300 })
    test.proxy.loseFrom(isRowDescription, 'silence')
    expect(await reasonOf(pidOf(database))).toBe('connect')
    expect(database.stats()).toEqual({ open: 0, idle: 0, waiting: 0 })
    await test.proxy.heal()
    await untilAllLent(database, 1)
  })

  it('says why', async () => {
    const database = test.another()
    await test.data.owner.unsafe(`alter database ${test.data.name} connection limit 0`)
    try {
      await expect(pidOf(database)).rejects.toMatchObject({ reason: 'connect', cause: { code: '53300' } })
    } finally {
      await test.data.owner.unsafe(`alter database ${test.data.name} connection limit -1`)
    }
  })
})

describe('closing', () => {
  it('lets running transactions finish, refuses new ones, and leaves no session behind', async () => {
    const database = test.another({ max: 2 })
    const held = [await hold(database), await hold(database)]
    const waiting = reasonOf(pidOf(database))
    await until('one waits', async () => database.stats().waiting === 1)
    const closing = database.close(5_000)
    expect(await waiting).toBe('closed')
    expect(await reasonOf(pidOf(database))).toBe('closed')
    for (const { open } of held) {
      expect(await open.tx.query('select 1 as one')).toEqual([{ one: 1 }])
      await open.commit()
    }
    await within('closing', 3_000, closing)
    await until('no session is left', async () => (await sessions(held.map(({ pid }) => pid))) === 0)
  })

  it('ends what does not finish in time', async () => {
    const database = test.another({ max: 2 })
    const { pid, open } = await hold(database)
    const working = reasonOf(open.tx.query('select pg_sleep(60)'))
    await within('closing', 3_000, database.close(50))
    expect(await working).toBe('closed')
    expect(database.stats()).toEqual({ open: 0, idle: 0, waiting: 0 })
    await until('the session has ended', async () => (await sessions([pid])) === 0)
  })

  it('leaves no socket behind of a connection that was just being opened', async () => {
    const before = test.proxy.count()
    const database = test.another({ max: limits.max })
    const calls = Array.from({ length: limits.max }, () => reasonOf(pidOf(database)))
    await database.close(0)
    expect(new Set(await Promise.all(calls)).size).toBe(1)
    await until('the proxy has no more of them', async () => test.proxy.count() <= before)
  })
})
