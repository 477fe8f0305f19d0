import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Beside the build's own: what the page of the portal loads by a fixed name. */
const fixed = ['/theme.js', '/mark.svg', '/portal.webmanifest']

/** Writes the portal's service worker, which holds the names of all that this build made; another build is another worker. */
export function portalWorker(): Plugin {
  return {
    name: 'portal-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const made = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `/${name}`)
        .sort()
      const files = JSON.stringify([...fixed, ...made])
      const template = readFileSync(new URL('worker/portal-worker.js', import.meta.url), 'utf8')
      const hash = createHash('sha256').update(template).update(files)
      // The names of the others say nothing of what is in them.
      for (const name of [...fixed.map((path) => `public${path}`), 'portal.html'])
        hash.update(readFileSync(new URL(name, import.meta.url)))
      const version = hash.digest('hex').slice(0, 16)
      const source = template.replace('__VERSION__', version).replace('__FILES__', files)
      this.emitFile({ type: 'asset', fileName: 'portal-worker.js', source })
    },
  }
}
