import 'reflect-metadata'
import { describeAccess, seedDemo } from './demo/seed-demo.ts'
import { runProcess } from './run.ts'
import { serve } from './serve.ts'
import { startJobs } from './start-jobs.ts'

/** Everything in one process: the web app, the API, the webhooks and the jobs; with its own database, the demo too. */
await runProcess(async (running) => {
  const { settings, prepared, vault, mailer, logger, onStop } = running
  const server = await serve(running)
  onStop(() => server.stop())
  const services = { database: server.database, vault, mailer }
  const worker = await startJobs({ settings, workerUrl: prepared.workerUrl, services, logger })
  onStop(() => worker.stop())
  if (prepared.embedded) console.log(describeAccess(await seedDemo(running, server.url, console.log)))
  else console.log(`Clinch is ready at ${server.url}`)
})
