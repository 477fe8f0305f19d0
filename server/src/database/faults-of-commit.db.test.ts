import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyDatabase, limits, settingsOf, startFaultyDatabase, untilAllIdle, untilAllLent } from '../../test/faulty-database.ts'
import { outcomeOf } from '../../test/marking-load.ts'
import { isCommitAnswer, isRollbackAnswer } from '../../test/postgres-messages.ts'
import { until } from '../../test/until.ts'
import { recordUncaught, within } from '../../test/within.ts'
import { CommitOutcomeUnknown, DatabaseUnavailable, TransactionRolledBack } from './database-errors.ts'

let test: FaultyDatabase
let uncaught: ReturnType<typeof recordUncaught>

beforeAll(async () => {
  test = await startFaultyDatabase()
  await test.data.owner.unsafe(`
    create table promises (id int primary key, kept_by int references promises deferrable initially deferred);
    grant select, insert on promises to app_user`)
})
beforeEach(async () => {
  uncaught = recordUncaught()
  await test.data.owner`truncate marks`
})
afterEach(async () => {
  await test.proxy.heal()
  await untilAllLent(test.database)
  await untilAllIdle(test.database)
  uncaught.stop()
  expect(uncaught.seen).toEqual([])
})
afterAll(() => test.close())

const insert = `insert into marks (run, part, organization_id) values ($1::bigint, 1, current_setting('app.organization_id')::uuid)`

const mark = (run: number, before: () => void = () => undefined) =>
  test.database.transaction(settingsOf(), async (tx) => {
    await tx.query(insert, [run])
    before()
  })

const isStored = async (run: number) => (await test.data.owner`select from marks where run = ${run}`).length === 1

/** What a call fails with, in time. */
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  within(
    'the caller',
    3_000,
    call.then(
      () => 'it succeeded',
      (error: unknown) => error,
    ),
  )

/** The id to ask about, of an error that says that nobody knows. */
async function unknownIdOf(call: Promise<unknown>): Promise<string> {
  const error = await failureOf(call)
  expect(error).toBeInstanceOf(CommitOutcomeUnknown)
  const id = error instanceof CommitOutcomeUnknown ? error.transactionId : null
  expect(id).toMatch(/^\d+$/)
  return id ?? ''
}

describe('when the answer to a COMMIT is lost', () => {
  it.each(['cut', 'silence'] as const)('the caller is told that the outcome is unknown, and can learn it later (%s)', async (how) => {
    test.proxy.loseFrom(isCommitAnswer, how)
    const id = await unknownIdOf(mark(1))
    await test.proxy.heal()
    expect(await test.database.outcome(id)).toBe('committed')
    expect(await isStored(1)).toBe(true)
  })

  it.each(['cut', 'silence'] as const)('so it is for statements that went in one flight (%s)', async (how) => {
    test.proxy.loseFrom(isCommitAnswer, how)
    const id = await unknownIdOf(test.database.flight(settingsOf(), [{ text: insert, parameters: [2] }]))
    await test.proxy.heal()
    expect(await test.database.outcome(id)).toBe('committed')
    expect(await isStored(2)).toBe(true)
  })

  it('a reader has its answer all the same', async () => {
    test.proxy.loseFrom(isCommitAnswer, 'cut')
    const rows = await test.database.transaction(settingsOf(), (tx) => tx.query<{ one: number }>('select 1 as one'), { readOnly: true })
    expect(rows).toEqual([{ one: 1 }])
  })

  it('a flight of readers is told that there was no database: nothing can be unknown', async () => {
    test.proxy.loseFrom(isCommitAnswer, 'cut')
    const error = await failureOf(test.database.flight(settingsOf(), [{ text: 'select 1' }], { readOnly: true }))
    expect(error).toMatchObject({ name: 'DatabaseUnavailable', reason: 'lost' })
  })
})

describe('when a statement has failed and the connection is lost then', () => {
  it.each(['transaction', 'flight'] as const)('it is known that nothing is stored, and why (%s)', async (way) => {
    test.proxy.loseFrom(isRollbackAnswer, 'cut')
    const fail = 'select 1 / 0'
    const call =
      way === 'flight'
        ? test.database.flight(settingsOf(), [{ text: insert, parameters: [10] }, { text: fail }])
        : test.database.transaction(settingsOf(), async (tx) => {
            await tx.query(insert, [10])
            await tx.query(fail)
          })
    expect(await failureOf(call)).toMatchObject({ code: '22012' })
    expect(test.proxy.lost()).toBe(1)
    expect(await isStored(10)).toBe(false)
  })
})

describe('when a COMMIT does not arrive', () => {
  it('its outcome is unknown while the server waits, and nothing is stored once the connection is gone', async () => {
    const id = await unknownIdOf(mark(3, () => test.proxy.blackHole()))
    test.proxy.reset()
    await test.proxy.heal()
    expect(await outcomeOf(test.database, id)).toBe('aborted')
    expect(await isStored(3)).toBe(false)
  })

  it('it may still arrive after the caller gave up, and then is stored as a whole', async () => {
    const id = await unknownIdOf(mark(4, () => test.proxy.blackHole()))
    expect(await isStored(4)).toBe(false)
    await test.proxy.heal()
    expect(await outcomeOf(test.database, id)).toBe('committed')
    expect(await isStored(4)).toBe(true)
  })
})

describe('when the connection is lost before the COMMIT is sent', () => {
  it('it is known that nothing is stored', async () => {
    const open = test.database.open(settingsOf())
    await open.tx.query(insert, [5])
    test.proxy.reset()
    await until('the loss is noticed', async () => test.database.stats().open === 0)
    expect(await failureOf(open.commit())).toMatchObject({ name: 'DatabaseUnavailable', reason: 'lost' })
    expect(await isStored(5)).toBe(false)
  })

  it('work that goes on all the same cannot pretend to have succeeded', async () => {
    const error = await failureOf(
      test.database.transaction(settingsOf(), async (tx) => {
        await tx.query(insert, [6])
        test.proxy.reset()
        await tx.query(insert, [7]).catch(() => undefined)
      }),
    )
    expect(error).toBeInstanceOf(DatabaseUnavailable)
    expect([await isStored(6), await isStored(7)]).toEqual([false, false])
  })

  it('a backend that is terminated in the middle of a flight leaves an id to ask about', async () => {
    const flight = test.database.flight(settingsOf(), [{ text: insert, parameters: [8] }, { text: 'select pg_sleep(30)' }])
    const id = unknownIdOf(flight)
    const found = () =>
      test.data
        .owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${test.data.name} and query like 'select pg_sleep%'`
    await until('it is found and terminated', async () => (await found()).length > 0)
    expect(await outcomeOf(test.database, await id)).toBe('aborted')
    expect(await isStored(8)).toBe(false)
  })
})

describe('when the server refuses a COMMIT', () => {
  const breakPromise = (id: number) => ({ text: 'insert into promises values ($1::int, 999)', parameters: [id] })

  it('the caller gets its reason, and the connection serves on', async () => {
    const one = test.another({ max: 1 })
    const [before] = await one.flight(settingsOf(), [{ text: 'select pg_backend_pid() as pid' }])
    const { text, parameters } = breakPromise(1)
    const failed = one.transaction(settingsOf(), (tx) => tx.query(text, parameters))
    expect(await failureOf(failed)).toMatchObject({ code: '23503' })
    expect(await failureOf(one.flight(settingsOf(), [breakPromise(2)]))).toMatchObject({ code: '23503' })
    expect(await one.flight(settingsOf(), [{ text: 'select pg_backend_pid() as pid' }])).toEqual([before])
    expect(await test.data.owner`select from promises`).toEqual([])
  })

  it('a swallowed error does not pass for a success', async () => {
    const swallowing = test.database.transaction(settingsOf(), async (tx) => {
      await tx.query(insert, [9])
      await tx.query('select 1 / 0').catch(() => undefined)
    })
    expect(await failureOf(swallowing)).toBeInstanceOf(TransactionRolledBack)
    expect(await isStored(9)).toBe(false)
  })
})

describe('the outcome of a transaction', () => {
  it('is in progress until its end', async () => {
    const open = test.database.open(settingsOf())
    const [row] = await open.tx.query<{ id: string }>('select pg_current_xact_id()::text as id')
    expect(await test.database.outcome(row?.id ?? '')).toBe('in progress')
    await open.rollback()
    expect(await test.database.outcome(row?.id ?? '')).toBe('aborted')
  })

  it('is refused for what is no id, and keeps no connection', async () => {
    for (let time = 0; time <= limits.max; time += 1) {
      expect(await failureOf(test.database.outcome('nonsense'))).toMatchObject({ code: '22P02' })
    }
    await untilAllIdle(test.database, test.database.stats().open)
  })
})
