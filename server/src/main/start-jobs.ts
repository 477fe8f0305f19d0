import type { Logger } from 'pino'
import { allJobs, allSchedules } from '../app/worker/all-jobs.ts'
import { startWorker, type Worker } from '../app/worker/build-worker.ts'
import type { Settings } from '../config/env.ts'
import type { JobServices } from '../kernel/job-services.ts'
import { askToReseal } from '../modules/connections/module.ts'

/** Runs every job there is, and has the secrets sealed that are not, or with an older master key. */
export async function startJobs(options: {
  settings: Settings
  workerUrl: string
  services: JobServices
  logger: Logger
}): Promise<Worker> {
  await askToReseal(options.services.database, options.services.vault)
  return startWorker({
    databaseUrl: options.workerUrl,
    concurrency: options.settings.WORKER_CONCURRENCY,
    deadAfterSeconds: options.settings.WORKER_DEAD_AFTER_SECONDS,
    logger: options.logger,
    services: options.services,
    jobs: allJobs,
    schedule: allSchedules,
  })
}
