import 'reflect-metadata'
import { runProcess } from './run.ts'
import { serve } from './serve.ts'

/** The web app, API and webhooks alone; jobs run in processes of their own. */
await runProcess(async (process) => {
  const server = await serve(process)
  process.onStop(() => server.stop())
  console.log(`Clinch serves ${server.url}`)
})
