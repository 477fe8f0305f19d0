import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { type FaultyProxy, startFaultyProxy } from '../../test/faulty-proxy.ts'
import { until } from '../../test/until.ts'
import { hear, type Hearing } from './hear.ts'

let test: TestDatabase
let proxy: FaultyProxy
let heard = 0
let hearing: boolean[] = []
let faults: Error[] = []
let listener: Hearing | null = null

beforeAll(async () => {
  test = await freshDatabase()
  proxy = await startFaultyProxy(test.url('app_user'))
})
afterEach(async () => {
  await proxy.heal()
  await listener?.stop()
})
afterAll(async () => {
  await proxy.close()
  await test.close()
})

const tell = () => test.owner`select pg_notify('news', '')`
const is = () => hearing.at(-1) ?? false

async function begin(): Promise<void> {
  heard = 0
  hearing = []
  faults = []
  listener = hear({
    url: proxy.through(test.url('app_user')),
    channel: 'news',
    onHeard: () => (heard += 1),
    onHearing: (now) => hearing.push(now),
    onFault: (error) => faults.push(error),
    pulseMs: 100,
  })
  await until('it listens', () => Promise.resolve(is()))
}

describe('listening', () => {
  it('hears what is notified', async () => {
    await begin()
    await tell()
    await until('it was heard', () => Promise.resolve(heard === 1))
  })

  const losses: [string, () => unknown][] = [
    [
      'its backend is ended',
      () => test.owner`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'clinch hears news'`,
    ],
    ['its connection is cut', () => proxy.reset()],
    // Nobody is told: only asking finds out.
    ['the network forgets its connection', () => proxy.forget()],
  ]
  it.each(losses)('says that it hears nothing when %s, and listens again', async (_what, lose) => {
    await begin()
    await lose()
    await until('it knows that it hears nothing', () => Promise.resolve(hearing.includes(false)))
    await until('it listens again', () => Promise.resolve(is()))
    await tell()
    await until('it hears again', () => Promise.resolve(heard > 0))
    expect(faults).toHaveLength(1)
  })

  it('goes on trying while the server is out of reach, and tells of it once', async () => {
    await begin()
    await proxy.refuse()
    await until('it knows that it hears nothing', () => Promise.resolve(!is()))
    await proxy.heal()
    await until('it listens again', () => Promise.resolve(is()))
    expect(faults).toHaveLength(1)
  })

  it('ends its connection when it is stopped, and begins no other', async () => {
    await begin()
    await listener?.stop()
    expect(is()).toBe(false)
    await until(
      'the connection is gone',
      async () => (await test.owner`select from pg_stat_activity where application_name = 'clinch hears news'`).length === 0,
    )
    expect(faults).toEqual([])
  })
})
