import type { Logger } from 'pino'
import { startWorker, type Worker } from '../app/worker/build-worker.ts'
import type { Settings } from '../config/env.ts'
import type { Database } from '../database/tx.ts'
import { processDeliveryJob } from '../integrations/process-delivery.job.ts'

/** Runs every job there is. */
export const startJobs = (options: { settings: Settings; workerUrl: string; database: Database; logger: Logger }): Promise<Worker> =>
  startWorker({
    databaseUrl: options.workerUrl,
    concurrency: options.settings.WORKER_CONCURRENCY,
    deadAfterSeconds: options.settings.WORKER_DEAD_AFTER_SECONDS,
    logger: options.logger,
    services: { database: options.database },
    jobs: [processDeliveryJob],
  })
