import process from 'node:process'
import { CommandFailed, exitOf } from './child.mjs'
import { fingerprintOf, unlessDone } from './fingerprint.mjs'
import { npm } from './npm.mjs'

/** Held here rather than in package.json, where later package managers would read it and refuse Node 20. */
const pnpm = 'pnpm@10.34.9'
const manifests = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'server/package.json',
  'server/patches',
  'web/package.json',
  'schema/package.json',
  'drizzle/package.json',
]

/** Installs the packages, unless these very ones are there already. Needs npm and the package registry, nothing else. */
export async function ensureInstalled() {
  const fingerprint = fingerprintOf(manifests, [process.platform, process.arch, process.versions.modules])
  await unlessDone('node_modules/.clinch-installed', fingerprint, async () => {
    console.log('Installing the packages (once)')
    const args = [
      'exec',
      '--yes',
      `--package=${pnpm}`,
      '--',
      'pnpm',
      'install',
      '--frozen-lockfile',
      '--reporter=append-only',
      '--loglevel=warn',
    ]
    const code = await exitOf(npm(args))
    if (code !== 0) throw new CommandFailed('The packages could not be installed: see above. Is the package registry within reach?')
  })
}
