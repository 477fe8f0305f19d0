import type { Logger } from 'pino'
import { allJobs, allSchedules } from '../app/worker/all-jobs.ts'
import { startWorker, type Worker } from '../app/worker/build-worker.ts'
import type { Settings } from '../config/env.ts'
import type { JobServices } from '../kernel/job-services.ts'
import { calledProviders } from '../integrations/called-providers.ts'
import { createOutbound } from '../kernel/outbound.ts'
import { askToReseal } from '../modules/connections/module.ts'
import { chooseRateSource } from './choose-rate-source.ts'

/** Runs every job there is, and has the secrets sealed that are not, or with an older master key. */
export async function startJobs(options: {
  settings: Settings
  workerUrl: string
  services: Omit<JobServices, 'rateSource' | 'outbound' | 'providers' | 'publicUrl'>
  logger: Logger
}): Promise<Worker> {
  await askToReseal(options.services.database, options.services.vault)
  const providers = calledProviders(options.settings)
  return startWorker({
    databaseUrl: options.workerUrl,
    concurrency: options.settings.WORKER_CONCURRENCY,
    deadAfterSeconds: options.settings.WORKER_DEAD_AFTER_SECONDS,
    logger: options.logger,
    services: {
      ...options.services,
      publicUrl: (options.settings.PUBLIC_URL ?? `http://localhost:${options.settings.PORT}`).replace(/\/+$/, ''),
      outbound: createOutbound({
        database: options.services.database,
        logger: options.logger,
        providers,
      }),
      providers,
      rateSource: chooseRateSource(options.settings),
    },
    jobs: allJobs,
    schedule: allSchedules,
  })
}
