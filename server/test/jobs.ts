import type { Logger } from 'pino'
import { startWorker, type Worker } from '../src/app/worker/build-worker.ts'
import { allJobs } from '../src/app/worker/all-jobs.ts'
import type { RunningApp } from './running-app.ts'

/** Runs jobs in the background, as the server itself does. */
export const startJobsOf = (app: RunningApp, logger: Logger): Promise<Worker> =>
  startWorker({
    databaseUrl: app.data.url('worker'),
    concurrency: 4,
    deadAfterSeconds: 30,
    logger,
    services: { ...app.services, database: app.data.database },
    jobs: allJobs,
  })
