import 'reflect-metadata'
import { registerReactions } from '../app/modules.ts'
import { createDatabase } from '../database/tenant-transaction.ts'
import { runProcess } from './run.ts'
import { startJobs } from './start-jobs.ts'

/** The jobs alone. */
await runProcess(async ({ settings, prepared, vault, mailer, logger, onStop }) => {
  registerReactions()
  const database = createDatabase({ url: prepared.appUrl, max: settings.DATABASE_POOL, deadlineMs: settings.DATABASE_DEADLINE_MS })
  onStop(() => database.close())
  const worker = await startJobs({ settings, workerUrl: prepared.workerUrl, services: { database, vault, mailer }, logger })
  onStop(() => worker.stop())
  console.log('Clinch runs jobs')
})
