import 'reflect-metadata'
import { describeAccess, seedDemo } from './demo/seed-demo.ts'
import { runProcess } from './run.ts'
import { serve } from './serve.ts'
import { startJobs } from './start-jobs.ts'

/** Fills the database that the settings name with the demo organization. */
await runProcess(async (running) => {
  const { settings, prepared, vault, mailer, logger, onStop } = running
  const server = await serve(running, { port: 0, host: '127.0.0.1' })
  onStop(() => server.stop())
  const services = { database: server.database, vault, mailer }
  const worker = await startJobs({ settings, workerUrl: prepared.workerUrl, services, logger })
  onStop(() => worker.stop())
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${String(settings.PORT)}`
  console.log(describeAccess(await seedDemo(running, publicUrl, console.log)))
  process.kill(process.pid, 'SIGTERM')
})
