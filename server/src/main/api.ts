import 'reflect-metadata'
import { runProcess } from './run.ts'
import { serve } from './serve.ts'

/** The web app, API and webhooks alone; jobs run in processes of their own. */
await runProcess(async (process) => {
  // Mails are in the memory of whatever process runs the jobs.
  const server = await serve({ ...process, mailbox: null })
  process.onStop(() => server.stop())
  console.log(`Clinch serves ${server.url}`)
})
