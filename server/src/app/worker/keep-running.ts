import { EventEmitter } from 'node:events'
import { Logger as WorkerLogger, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { ScheduledJob } from '../../kernel/module.ts'
import { asError } from '../../lib/as-error.ts'
import type { LivingWorkers } from './living-workers.ts'

export interface RunningOptions {
  pool: Pool
  concurrency: number
  logger: Logger
  alive: LivingWorkers
  schedule: readonly ScheduledJob[]
  tasks: readonly { name: string; run: (stored: unknown, job: { id: string; attempts: number; maxAttempts: number }) => Promise<void> }[]
}

const firstPauseMs = 500
const longestPauseMs = 30_000

/**
 * Runs the queue, and runs it again whenever it gives up: it does when the database fails while it stores what became of a job. A job
 * that was done but could not be taken off the queue runs again, and finds nothing left to do.
 */
export function keepRunning(options: RunningOptions): { started: Promise<void>; stop(): Promise<void> } {
  const { logger } = options
  let stopping = false
  let runner: Runner | null = null
  let pauseMs = firstPauseMs
  let wake: () => void = () => undefined

  const runOnce = async (onStarted: () => void) => {
    runner = await startRunner(options)
    pauseMs = firstPauseMs
    onStarted()
    await runner.promise
  }
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const runOn = async () => {
    for (;;) {
      await pause()
      if (stopping) return
      await runOnce(() => logger.info('the worker runs again')).catch((error: unknown) =>
        logger.error({ err: error }, 'the worker gave up'),
      )
    }
  }

  let ended: Promise<void> = Promise.resolve()
  const started = new Promise<void>((resolve, reject) => {
    let begun = false
    const first = runOnce(() => {
      begun = true
      resolve()
    })
    ended = first.then(runOn, (error: unknown) => {
      if (!begun) return reject(asError(error))
      logger.error({ err: error }, 'the worker gave up')
      return runOn()
    })
  })

  return {
    started,
    async stop() {
      stopping = true
      wake()
      // It may have given up by itself just now: then there is nothing left to stop.
      await runner?.stop().catch((error: unknown) => logger.warn({ err: error }, 'the worker had stopped already'))
      await ended
    },
  }
}

const startRunner = ({ pool, concurrency, logger, alive, schedule, tasks }: RunningOptions): Promise<Runner> => {
  const events: WorkerEvents = new EventEmitter()
  // Jobs are locked in the name of the pool, not of the single worker in it.
  events.on('pool:create', ({ workerPool }) => alive.add(workerPool.id))
  events.on('pool:release', ({ workerPool }) => alive.remove(workerPool.id))
  return run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: quietLogger(logger),
    events,
    parsedCronItems: parseCronItems(schedule.map(({ job, cron }) => ({ task: job, match: cron, options: { backfillPeriod: 0 } }))),
    // Without a batch, the library neither awaits nor catches what fails here, and that would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(
      tasks.map(({ name, run: perform }) => [
        name,
        (stored: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) =>
          perform(stored, { id: job.id, attempts: job.attempts, maxAttempts: job.max_attempts }),
      ]),
    ),
  })
}

/** The queue's own chatter goes to debug; what it warns of is kept. Failed jobs are logged by us already, with their request. */
const quietLogger = (logger: Logger): WorkerLogger =>
  new WorkerLogger((scope) => (level, message, meta) => {
    if (meta?.failure === true) return
    if (level === 'error' || level === 'warning') logger.warn({ scope }, message)
    else logger.debug({ scope }, message)
  })
