import { ensureWebBuilt } from '../build-web.mjs'
import { runNode } from '../child.mjs'

/** Measures the API against the floor and its fastest peer. @param {string[]} args */
export default async function bench(args) {
  await ensureWebBuilt()
  await runNode('The bench', ['--import', 'tsx', 'server/bench/main.ts', ...args])
}
