import 'reflect-metadata'
import { runProcess } from './run.ts'
import { serve } from './serve.ts'
import { startJobs } from './start-jobs.ts'

/** Everything in one process: the web app, the API, the webhooks and the jobs. */
await runProcess(async (process) => {
  const { settings, prepared, logger, onStop } = process
  const server = await serve(process)
  onStop(() => server.stop())
  const worker = await startJobs({ settings, workerUrl: prepared.workerUrl, database: server.database, logger })
  onStop(() => worker.stop())
  console.log(`Clinch is ready at ${server.url}`)
})
