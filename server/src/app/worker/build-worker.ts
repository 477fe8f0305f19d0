import pg from 'pg'
import type { Logger } from 'pino'
import type { Job } from '../../kernel/define-job.ts'
import type { ScheduledJob } from '../../kernel/module.ts'
import { keepAlive } from './living-workers.ts'
import { keepRunning } from './keep-running.ts'

export interface WorkerOptions<Services> {
  /** Logs in as `worker`, who owns the queue. */
  databaseUrl: string
  concurrency: number
  deadAfterSeconds: number
  logger: Logger
  services: Services
  jobs: readonly Job<Services>[]
  /** Those of the jobs that run by the clock. */
  schedule?: readonly ScheduledJob[]
}

export interface Worker {
  /** Takes no more jobs, and lets those under way finish. */
  stop(): Promise<void>
}

/** Runs the jobs that transactions enqueued, as soon as they commit. Throws if the queue cannot be reached at the start; never later. */
export async function startWorker<Services>({
  databaseUrl,
  concurrency,
  deadAfterSeconds,
  logger,
  services,
  jobs,
  schedule = [],
}: WorkerOptions<Services>): Promise<Worker> {
  // Beside the jobs: one connection listens, one says that we live, one is to spare.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency + 3 })
  const onFault = (error: Error) => logger.error({ err: error }, 'a worker connection failed')
  pool.on('error', onFault)
  pool.on('connect', (client) => client.on('error', onFault))
  const underWay = new Set<string>()
  const onError = (error: unknown) => logger.error({ err: error }, 'a worker could not say that it lives')
  const alive = keepAlive(pool, { deadAfterSeconds, underWay, onError })
  const running = keepRunning({
    pool,
    concurrency,
    logger,
    alive,
    schedule,
    tasks: jobs.map((job) => ({ name: job.name, run: whileUnderWay(underWay, toTask(job, services, logger)) })),
  })
  try {
    await running.started
  } catch (error) {
    await alive.stop()
    await pool.end()
    throw error
  }
  return {
    async stop() {
      await running.stop()
      await alive.stop()
      await pool.end()
    },
  }
}

type Run = (stored: unknown, job: { id: string; attempts: number; maxAttempts: number }) => Promise<void>

function toTask<Services>(job: Job<Services>, services: Services, logger: Logger): Run {
  return async (stored, { id, attempts: attempt, maxAttempts }) => {
    const { requestId, payload } = readStored(stored, id)
    const log = logger.child({ job: job.name, jobId: id, requestId, attempt })
    const begun = performance.now()
    try {
      await job.perform(payload, { attempt, maxAttempts, requestId, jobId: id }, services)
      log.debug({ durationMs: Math.round(performance.now() - begun) }, 'job done')
    } catch (error) {
      log.error({ err: error }, attempt >= maxAttempts ? 'job failed for good' : 'job failed, and will be tried again')
      throw error
    }
  }
}

/** Notes which jobs this process runs. */
const whileUnderWay =
  (underWay: Set<string>, run: Run): Run =>
  async (stored, job) => {
    underWay.add(job.id)
    try {
      await run(stored, job)
    } finally {
      underWay.delete(job.id)
    }
  }

/** The request that asked for a job stands beside its payload, so that one id leads through every log. */
function readStored(stored: unknown, jobId: string): { requestId: string; payload: unknown } {
  if (typeof stored !== 'object' || stored === null) return { requestId: `job-${jobId}`, payload: stored }
  const { requestId, ...payload } = { requestId: undefined, ...stored }
  return { requestId: typeof requestId === 'string' ? requestId : `job-${jobId}`, payload }
}
