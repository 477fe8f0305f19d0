import type { JobServices } from '../src/kernel/job-services.ts'
import type { Outbound } from '../src/kernel/outbound.ts'
import { runSyncJob } from '../src/integrations/run-sync.job.ts'
import { cancelSync } from '../src/modules/runs/service/cancel-sync.ts'
import { resumeSync } from '../src/modules/runs/service/resume-sync.ts'
import { startSync } from '../src/modules/runs/service/start-sync.ts'
import type { TestDatabase } from './database.ts'
import { as, type TestConnection, testVault } from './intake.ts'
import { jobServices } from './job-services.ts'
import { fakeClock, outboundTo } from './outbound.ts'

/** All in which the stories take place. */
const years = { from: '2024-01-01', to: '2026-12-31' }

export interface SeenRun {
  state: string
  seen: number
  created: number
  changed: number
  failed: number
  problems: string[]
  progress: number
  error: string | null
  waitsFor: string | null
  waits: number
}

/** Syncs of one connection, whose provider is at this address. Turns of the job are given by hand. */
export class Syncing {
  readonly clock = fakeClock()
  readonly #test: TestDatabase
  readonly #connection: TestConnection
  readonly #url: string

  constructor(test: TestDatabase, connection: TestConnection, url: string) {
    this.#test = test
    this.#connection = connection
    this.#url = url
  }

  /** Enough calls a minute that no test waits for its turn; limits have tests of their own. */
  outbound(): Outbound {
    return outboundTo(this.#test.database, this.#url, { clock: this.clock, callsAMinute: 10_000 })
  }

  services(calls: Outbound = this.outbound()): JobServices {
    return { ...jobServices(this.#test.database), vault: testVault, outbound: calls }
  }

  /** Calls that go through until so many were made; then the process is gone. */
  dyingAfter(calls: number): Outbound {
    const real = this.outbound()
    let made = 0
    return {
      call(request) {
        made += 1
        return made > calls ? Promise.reject(new Error('the process died')) : real.call(request)
      },
    }
  }

  async start(period = years): Promise<string> {
    const { admin: actor, id: connectionId } = this.#connection
    return (await as(this.#test.database, actor, (tx) => startSync({ actor, input: { connectionId, period }, tx }))).id
  }

  async resume(id: string): Promise<void> {
    const { admin: actor } = this.#connection
    await as(this.#test.database, actor, (tx) => resumeSync({ actor, input: { id }, tx }))
  }

  async cancel(id: string): Promise<void> {
    const { admin: actor } = this.#connection
    await as(this.#test.database, actor, (tx) => cancelSync({ actor, input: { id }, tx }))
  }

  /** One turn of the job, as the queue would give it. */
  turn(runId: string, calls?: Outbound): Promise<void> {
    return runSyncJob.perform(
      { organizationId: this.#connection.organizationId, runId },
      { attempt: 1, maxAttempts: 12, requestId: 'req-sync', jobId: '1' },
      this.services(calls),
    )
  }

  async runOf(id: string): Promise<SeenRun> {
    const [run] = await this.#test.owner<SeenRun[]>`
      select state, seen_count as seen, created_count as created, changed_count as changed, failed_count as failed, problems,
        progress_permille as progress, error, waits_for as "waitsFor", waits from runs where id = ${id}`
    if (!run) throw new Error('There is no such run')
    return run
  }

  /** Turn after turn until it has ended. */
  async runThrough(id: string): Promise<SeenRun> {
    for (let turns = 0; turns < 100; turns += 1) {
      const run = await this.runOf(id)
      if (run.state !== 'queued' && run.state !== 'running') return run
      await this.turn(id)
    }
    throw new Error('It came to no end')
  }

  async sync(period = years): Promise<SeenRun> {
    return this.runThrough(await this.start(period))
  }

  /** In how many seconds the queue has a run gone on with; null where it has not. */
  async goesOnIn(id: string): Promise<number | null> {
    const [job] = await this.#test.owner<{ seconds: number }[]>`
      select extract(epoch from run_at - now())::int as seconds from graphile_worker._private_jobs where key = ${`run:${id}`}`
    return job?.seconds ?? null
  }
}
