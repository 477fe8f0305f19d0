import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../test/intake.ts'
import { until } from '../../../test/until.ts'
import type { Actor } from '../../kernel/actor.ts'
import { defineJob, enqueue, type JobRequest } from '../../kernel/define-job.ts'
import { startWorker, type Worker } from './build-worker.ts'

interface Seen {
  name: string
  attempt: number
  requestId: string
}

/** What the jobs of a test see and do. */
interface Work {
  seen: Seen[]
  act(name: string, attempt: number): Promise<void>
}

const note = { name: 'test.note', maxAttempts: 3, payload: z.object({ name: z.string() }) } satisfies JobRequest<{ name: string }>
const noteJob = defineJob(note, async ({ payload, attempt, requestId }, work: Work) => {
  work.seen.push({ name: payload.name, attempt, requestId })
  await work.act(payload.name, attempt)
})

let test: TestDatabase
let actor: Actor
const workers: Worker[] = []
const logs: string[] = []
const logger = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) })

beforeAll(async () => {
  test = await freshDatabase()
  actor = adminOf(await makeOrganization(test))
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop()
  await test.owner`delete from graphile_worker._private_jobs`
})
afterAll(() => test.close())

async function work(act: Work['act'] = () => Promise.resolve(), deadAfterSeconds = 30): Promise<{ seen: Seen[]; worker: Worker }> {
  const services: Work = { seen: [], act }
  const worker = await startWorker({ databaseUrl: test.url('worker'), concurrency: 2, deadAfterSeconds, logger, services, jobs: [noteJob] })
  workers.push(worker)
  return { seen: services.seen, worker }
}

const ask = (name: string) => as(test.database, actor, (tx) => enqueue(tx, note, { name }))
const jobs = () =>
  test.owner<{ locked_by: string | null; attempts: number }[]>`select locked_by, attempts from graphile_worker._private_jobs`
const wasSeen = (seen: Seen[], name: string, times = 1) =>
  until(`${name} is done`, () => Promise.resolve(seen.filter((each) => each.name === name).length >= times))

/** A promise that the test keeps. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

describe('a job', () => {
  it('runs once its transaction commits, with the id of the request that asked for it', async () => {
    const { seen } = await work()
    await ask('committed')
    await wasSeen(seen, 'committed')
    expect(seen).toEqual([{ name: 'committed', attempt: 1, requestId: 'test-request' }])
    await until('the queue is empty', async () => (await jobs()).length === 0)
  })

  it('does not exist when its transaction rolls back', async () => {
    const doomed = as(test.database, actor, async (tx) => {
      await enqueue(tx, note, { name: 'rolled back' })
      throw new Error('no')
    })
    await expect(doomed).rejects.toThrow('no')
    expect(await jobs()).toEqual([])
  })

  it('that fails is kept, logged with its request, and tried again', async () => {
    const { seen } = await work((_name, attempt) => (attempt === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve()))
    await ask('second time')
    await until('it failed once', async () => (await jobs()).some(({ locked_by, attempts }) => locked_by === null && attempts === 1))
    expect(logs.some((line) => line.includes('not yet') && line.includes('"requestId":"test-request"') && line.includes('test.note'))).toBe(
      true,
    )
    await test.owner`update graphile_worker._private_jobs set run_at = now()`
    await wasSeen(seen, 'second time', 2)
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2])
  })

  it('whose payload is not of its shape fails, and others go on', async () => {
    const { seen } = await work()
    await as(test.database, actor, (tx) => tx.query(`select jobs_api.enqueue('test.note', '{"name":7}')`))
    await ask('the next')
    await wasSeen(seen, 'the next')
    await until('the odd one failed', async () => (await jobs()).some(({ attempts, locked_by }) => attempts === 1 && locked_by === null))
    expect(seen.map(({ name }) => name)).toEqual(['the next'])
  })
})

describe('a worker', () => {
  it('that is stopped lets its running jobs finish and takes no more', async () => {
    const [begun, finishing] = [gate(), gate()]
    let finished = false
    const { worker, seen } = await work(async () => {
      begun.open()
      await finishing.opened
      finished = true
    })
    await ask('running')
    await begun.opened
    workers.splice(workers.indexOf(worker), 1)
    const stopping = worker.stop()
    await ask('too late')
    finishing.open()
    await stopping
    expect(finished).toBe(true)
    expect(seen.map(({ name }) => name)).toEqual(['running'])
    expect(await jobs()).toEqual([{ locked_by: null, attempts: 0 }])
  })

  it('takes over the jobs of one that was killed', async () => {
    await ask('orphan')
    await test.owner`insert into jobs_api.living_workers (worker_id, seen_at) values ('pool-killed', now() - interval '1 minute')`
    await test.owner`update graphile_worker._private_jobs set locked_by = 'pool-killed', locked_at = now() - interval '1 minute', attempts = 1`
    const { seen } = await work()
    await wasSeen(seen, 'orphan')
    expect(seen[0]?.attempt).toBe(2)
  })

  it('takes over jobs that were locked by nobody who is known', async () => {
    await ask('unknown')
    await test.owner`update graphile_worker._private_jobs set locked_by = 'pool-unknown', locked_at = now() - interval '1 minute', attempts = 1`
    const { seen } = await work()
    await wasSeen(seen, 'unknown')
  })

  it('takes a job again that was handed to it by an answer which it never got', async () => {
    const { seen } = await work(() => Promise.resolve(), 3)
    const [self] = await test.owner<{ id: string }[]>`select worker_id as id from jobs_api.living_workers order by seen_at desc limit 1`
    await test.owner.begin(async (sql) => {
      await sql`select graphile_worker.add_job('test.note', '{"name": "lost", "requestId": "r"}'::json)`
      await sql`update graphile_worker._private_jobs set locked_by = ${self?.id ?? ''}, locked_at = now() - interval '1 minute', attempts = 1`
    })
    await wasSeen(seen, 'lost')
    expect(seen).toMatchObject([{ attempt: 2 }])
  })

  it('keeps a job that takes long, as long as it says that it lives', async () => {
    const [begun, finishing] = [gate(), gate()]
    const { seen } = await work(async () => {
      begun.open()
      await finishing.opened
    }, 9)
    await ask('long')
    await begun.opened
    await test.owner`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`
    const other = await work(() => Promise.resolve(), 9)
    const beats = async () => String((await test.owner`select max(seen_at) as at from jobs_api.living_workers`)[0]?.at)
    for (let beat = 0; beat < 2; beat += 1) {
      const before = await beats()
      await until('another heartbeat', async () => (await beats()) !== before)
    }
    expect((await jobs())[0]?.locked_by).toMatch(/^pool-/)
    expect(other.seen).toEqual([])
    finishing.open()
    await until('the queue is empty', async () => (await jobs()).length === 0)
    expect(seen).toHaveLength(1)
  })

  it('goes on after the database cut all of its connections, also in the middle of a job', async () => {
    const [begun, finishing] = [gate(), gate()]
    const { seen } = await work(async (name) => {
      if (name !== 'cut') return
      begun.open()
      await finishing.opened
    }, 2)
    await ask('cut')
    await begun.opened
    await test.owner`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'worker' and datname = ${test.name}`
    finishing.open()
    await ask('after')
    await wasSeen(seen, 'after')
    await until('the queue is empty', async () => (await jobs()).length === 0)
  })

  it('goes on after what became of a job could not be stored', async () => {
    const { seen } = await work(() => Promise.resolve(), 2)
    await test.owner.unsafe(`create function keep_jobs() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
      create trigger keep_jobs before delete on graphile_worker._private_jobs for each row execute function keep_jobs()`)
    await ask('stuck')
    await wasSeen(seen, 'stuck')
    await until('it gave up', () => Promise.resolve(logs.some((line) => line.includes('not now'))))
    await test.owner`drop trigger keep_jobs on graphile_worker._private_jobs`
    await ask('later')
    await wasSeen(seen, 'later')
    await until('the queue is empty', async () => (await jobs()).length === 0)
  })

  it('that cannot reach the queue at the start says so', async () => {
    const starting = startWorker({
      databaseUrl: 'postgres://worker@127.0.0.1:1/none',
      concurrency: 1,
      deadAfterSeconds: 30,
      logger,
      services: { seen: [], act: () => Promise.resolve() },
      jobs: [noteJob],
    })
    await expect(starting).rejects.toThrow()
  })
})
