import { register } from 'tsx/esm/api'
import { ensureWebBuilt } from '../build-web.mjs'
import { followParent } from '../follow-parent.mjs'

/** Everything in one process: database, API, webhooks, jobs and web app; with its own database, the demo too. */
export default async function start() {
  await ensureWebBuilt()
  followParent()
  register()
  await import('../../server/src/main/all.ts')
}
