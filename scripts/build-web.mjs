import { existsSync, rmSync } from 'node:fs'
import { CommandFailed, captureNode } from './child.mjs'
import { fingerprintOf, unlessDone } from './fingerprint.mjs'

const stamp = 'node_modules/.clinch-web-built'
const inputs = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/portal.html',
  'web/vite.config.ts',
  'web/vite.portal.config.ts',
  'web/serve-portal.ts',
  'web/portal-worker.ts',
  'web/worker',
  'web/split-documents.ts',
  'web/package.json',
  'pnpm-lock.yaml',
]

/** Builds the web app into web/dist, unless it was built from these very sources. */
export async function ensureWebBuilt() {
  if (!existsSync('web/dist/index.html') || !existsSync('web/dist/portal.html')) rmSync(stamp, { force: true })
  await unlessDone(stamp, fingerprintOf(inputs), async () => {
    console.log('Building the web app')
    // The first empties the folder; the portal is built beside what it left there.
    for (const config of ['vite.config.ts', 'vite.portal.config.ts']) {
      const { code, output } = await captureNode(['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'], {
        cwd: 'web',
      })
      if (code !== 0) throw new CommandFailed(`The web app could not be built.\n${output}`)
    }
  })
}
