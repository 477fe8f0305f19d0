import { EventEmitter } from 'node:events'
import { Logger as WorkerLogger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Job } from '../../kernel/define-job.ts'
import { keepAlive } from './living-workers.ts'

export interface WorkerOptions<Services> {
  /** Logs in as `worker`, who owns the queue. */
  databaseUrl: string
  concurrency: number
  deadAfterSeconds: number
  logger: Logger
  services: Services
  jobs: readonly Job<Services>[]
}

export interface Worker {
  /** Takes no more jobs, and lets those under way finish. */
  stop(): Promise<void>
}

/** Runs the jobs that transactions enqueued, as soon as they commit. */
export async function startWorker<Services>(options: WorkerOptions<Services>): Promise<Worker> {
  const { databaseUrl, concurrency, deadAfterSeconds, logger, services, jobs } = options
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency + 3 })
  const onFault = (error: Error) => logger.error({ err: error }, 'a worker connection failed')
  pool.on('error', onFault)
  pool.on('connect', (client) => client.on('error', onFault))
  const alive = keepAlive(pool, deadAfterSeconds, (error) => logger.error({ err: error }, 'a worker could not say that it lives'))
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => alive.add(worker.workerId))
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: quietLogger(logger),
    events,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, toTask(job, services, logger)])),
  })
  return {
    async stop() {
      await runner.stop()
      await alive.stop()
      await pool.end()
    },
  }
}

function toTask<Services>(job: Job<Services>, services: Services, logger: Logger): TaskList[string] {
  return async (given, helpers) => {
    const { requestId, ...stored } = given as { requestId?: string }
    const { attempts, max_attempts: maxAttempts } = helpers.job
    try {
      await job.perform(stored, { attempt: attempts, maxAttempts, requestId: requestId ?? `job-${helpers.job.id}` }, services)
    } catch (error) {
      logger.error({ err: error, job: job.name, attempt: attempts, requestId }, 'job failed')
      throw error
    }
  }
}

/** The queue's own chatter goes to debug; what it warns of is kept. */
const quietLogger = (logger: Logger): WorkerLogger =>
  new WorkerLogger((scope) => (level, message) => {
    if (level === 'error' || level === 'warning') logger.warn({ scope }, message)
    else logger.debug({ scope }, message)
  })
