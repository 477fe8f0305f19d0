import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyDatabase, organizations, settingsOf, startFaultyDatabase, untilAllIdle } from '../../test/faulty-database.ts'
import { until } from '../../test/until.ts'
import { TransactionEnded } from './database-errors.ts'
import type { Database, Tx } from './tx.ts'
import { within } from './tenant-transaction.ts'

let test: FaultyDatabase
/** A pool of one: whatever one transaction leaves behind, the next one finds. */
let one: Database

beforeAll(async () => {
  test = await startFaultyDatabase({ deadlineMs: 10_000 })
  one = test.another({ max: 1 })
})
beforeEach(async () => {
  await test.data.owner`truncate marks`
})
afterAll(() => test.close())

const [here] = organizations
const insert = `insert into marks (run, part, organization_id) values ($1::bigint, 1, current_setting('app.organization_id')::uuid)`
const runs = async () => (await test.data.owner<{ run: bigint }[]>`select run from marks order by run`).map(({ run }) => Number(run))
const seen = (tx: Tx) => tx.query<{ run: bigint }>('select run from marks order by run')

describe('a transaction', () => {
  it("rolls back on its caller's error, which comes out unchanged", async () => {
    const reason = new Error('changed my mind')
    const call = one.transaction(settingsOf(), async (tx) => {
      await tx.query(insert, [1])
      throw reason
    })
    await expect(call).rejects.toBe(reason)
    expect(await runs()).toEqual([])
  })

  it('rolls back when a statement fails with others under way', async () => {
    const call = one.transaction(settingsOf(), (tx) =>
      Promise.all([tx.query(insert, [1]), tx.query('select 1 / 0'), tx.query('select 1'), tx.query(insert, [2])]),
    )
    await expect(call).rejects.toMatchObject({ code: '22012' })
    expect(await runs()).toEqual([])
    expect(await one.transaction(settingsOf(), seen)).toEqual([])
  })

  it('that only reads is refused a write, by each way of asking', async () => {
    const refused = { code: '25006' }
    const readOnly = { readOnly: true }
    await expect(one.transaction(settingsOf(), (tx) => tx.query(insert, [1]), readOnly)).rejects.toMatchObject(refused)
    await expect(one.flight(settingsOf(), [{ text: insert, parameters: [1] }], readOnly)).rejects.toMatchObject(refused)
    const open = one.open(settingsOf(), readOnly)
    await expect(open.tx.query(insert, [1])).rejects.toMatchObject(refused)
    await open.rollback()
    const withDrizzle = one.transaction(settingsOf(), (tx) => tx.db.execute(sql`delete from marks`), readOnly)
    await expect(withDrizzle).rejects.toMatchObject({ cause: refused })
    expect(await runs()).toEqual([])
  })

  it('asks for no connection until its first query', async () => {
    const lazy = test.another({ max: 1 })
    expect(await lazy.transaction(settingsOf(), async () => 'done')).toBe('done')
    await lazy.open(settingsOf()).commit()
    await lazy.open(settingsOf()).rollback()
    expect(lazy.stats()).toEqual({ open: 0, idle: 0, waiting: 0 })
  })

  it('can be ended twice without harm', async () => {
    const open = one.open(settingsOf())
    await open.tx.query(insert, [1])
    await open.commit()
    await open.rollback()
    await open.commit()
    expect(await runs()).toEqual([1])
    await untilAllIdle(one, 1)
  })

  it('has its statements stopped by the server when they take too long, and its connection serves on', async () => {
    const strict = test.another({ max: 1, deadlineMs: 300 })
    const pid = () => strict.flight(settingsOf(), [{ text: 'select pg_backend_pid() as pid' }])
    const before = await pid()
    const slow = strict.transaction(settingsOf(), (tx) => tx.query('select pg_sleep(60)'), { deadlineMs: 20_000 })
    await expect(slow).rejects.toMatchObject({ code: '57014' })
    expect(await pid()).toEqual(before)
  })

  it('does not wait for a lock for ever', async () => {
    await one.transaction(settingsOf(), (tx) => tx.query(insert, [1]))
    const strict = test.another({ deadlineMs: 300 })
    const holder = one.open(settingsOf())
    await holder.tx.query('select from marks for update')
    const waiter = strict.transaction(settingsOf(), (tx) => tx.query('select from marks for update'), { deadlineMs: 20_000 })
    await expect(waiter).rejects.toMatchObject({ severity: 'ERROR' })
    await holder.rollback()
  })
})

describe('a query that comes after the end', () => {
  const early: Tx[] = []

  it.each(['commit', 'rollback'] as const)('is refused (%s)', async (ending) => {
    const open = one.open(settingsOf())
    await open.tx.query('select 1')
    await open[ending]()
    await expect(open.tx.query(insert, [1])).rejects.toBeInstanceOf(TransactionEnded)
    await expect(open.tx.db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { name: 'TransactionEnded' } })
    await expect(within(open.tx, () => Promise.resolve())).rejects.toBeInstanceOf(TransactionEnded)
    expect(await runs()).toEqual([])
  })

  it('is refused to whoever kept the transaction beyond its function', async () => {
    await one.transaction(settingsOf(), async (tx) => {
      await tx.query('select 1')
      early.push(tx)
    })
    for (const tx of early) await expect(tx.query(insert, [1])).rejects.toBeInstanceOf(TransactionEnded)
  })

  it.each(['commit', 'rollback'] as const)('is refused, or belongs to it, even when it races with the %s', async (ending) => {
    for (const begun of [true, false]) {
      const open = one.open(settingsOf())
      if (begun) await open.tx.query('select 1')
      const late = open.tx.query<{ inside: boolean }>(`select current_setting('app.request_id') = 'test' as inside`)
      const told = late.then(
        ([row]) => row?.inside,
        (error: unknown) => error instanceof TransactionEnded,
      )
      await open[ending]()
      expect(await told).toBe(true)
    }
    await untilAllIdle(one, 1)
  })
})

describe('a part of a transaction', () => {
  it('is undone alone when it fails', async () => {
    await one.transaction(settingsOf(), async (tx) => {
      await tx.query(insert, [1])
      const part = within(tx, async (inner) => {
        await inner.query(insert, [2])
        await inner.query('select 1 / 0')
      })
      await expect(part).rejects.toMatchObject({ code: '22012' })
      await within(tx, (inner) => inner.query(insert, [3]))
    })
    expect(await runs()).toEqual([1, 3])
  })

  it('can hold parts of its own, also through drizzle', async () => {
    await one.transaction(settingsOf(), async (tx) => {
      await tx.db.transaction(async (outer) => {
        await outer.execute(sql`insert into marks values (1, 1, ${here}::uuid)`)
        const inner = outer.transaction(async (deepest) => {
          await deepest.execute(sql`insert into marks values (2, 1, ${here}::uuid)`)
          throw new Error('only this')
        })
        await expect(inner).rejects.toThrow('only this')
      })
      await tx.query(insert, [3])
    })
    expect(await runs()).toEqual([1, 3])
  })
})

describe('a deadlock', () => {
  /** Two who lock the same two rows, each the other's first: one of them must lose. */
  async function collide(lock: (tx: Tx, run: number) => Promise<unknown>): Promise<number> {
    await one.transaction(settingsOf(), async (tx) => {
      await tx.query(insert, [1])
      await tx.query(insert, [2])
    })
    let attempts = 0
    let holders = 0
    let done = 0
    const lockInOrder = (first: number, second: number) =>
      test.database.transaction(settingsOf(), async (tx) => {
        attempts += 1
        // Who plays again could take its first row before the other wakes up, and collide once more.
        if (attempts > 2) await until('the other is done', async () => done > 0)
        await lock(tx, first)
        holders += 1
        await until('the other holds its first', async () => holders >= 2)
        await lock(tx, second)
        await tx.query('update marks set part = part + 1 where run = any($1::bigint[])', [[first, second]])
      })
    const count = () => void (done += 1)
    await Promise.all([lockInOrder(1, 2).then(count), lockInOrder(2, 1).then(count)])
    return attempts
  }

  it('is played again for the one who lost, so both are served', async () => {
    const attempts = await collide((tx, run) => tx.query('select from marks where run = $1::bigint for update', [run]))
    expect(attempts).toBe(3)
    expect(await test.data.owner`select part from marks`).toEqual([{ part: 3 }, { part: 3 }])
  })

  it('is known behind an error of drizzle, too', async () => {
    const attempts = await collide((tx, run) => tx.db.execute(sql`select from marks where run = ${run}::bigint for update`))
    expect(attempts).toBe(3)
    expect(await test.data.owner`select part from marks`).toEqual([{ part: 3 }, { part: 3 }])
  })

  it('is not played again for ever', async () => {
    let attempts = 0
    const call = one.transaction(settingsOf(), async (tx) => {
      attempts += 1
      await tx.query(`do $$ begin raise exception sqlstate '40P01'; end $$`)
    })
    await expect(call).rejects.toMatchObject({ code: '40P01' })
    expect(attempts).toBe(4)
  })

  it('is not played again beyond the deadline of the first time', async () => {
    const call = one.transaction(
      settingsOf(),
      async (tx) => {
        await tx.query('select 1')
        const end = Date.now() + 150
        await until('much of the time is over', async () => Date.now() > end)
        throw Object.assign(new Error('lost again'), { code: '40P01' })
      },
      { deadlineMs: 400 },
    )
    await expect(call).rejects.toMatchObject({ reason: 'deadline' })
  })
})
